"""Backups while in use, and what a restore makes of what an older state remembers."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from store_results import batch, claim, digest, product, result, started

from navette.domain.binding import Aspect, RecordKind
from navette.domain.errors import BusyError, ConfigurationError
from navette.domain.run import Counts, RunStatus
from navette.ports.store import Mark, Store
from navette.store import OpenStore, close_connections

PRODUCT = RecordKind.PRODUCT


def send(store: Store, run: str, key: str, ref: str) -> None:
    sent = (digest(key, Aspect.PRICE, "p1"),)
    store.runs.commit(batch(started(store, run), 1, result(key, bindings=(product(key, ref),), digests=sent)))


class TestBackUp:
    def test_it_is_whole_although_others_write(self, opened: OpenStore, store: Store, tmp_path: Path) -> None:
        from navette.store.backup import back_up, check_backup

        ended = threading.Event()

        def write() -> None:
            number = 0
            while not ended.is_set():
                store.bindings.save([product(f"A{number}", str(number))])
                number += 1
            close_connections()

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for number in range(5):
                back_up(opened.place, tmp_path / f"{number}.sqlite3")
                check_backup(tmp_path / f"{number}.sqlite3")
        finally:
            ended.set()
            writer.join()

    def test_a_backup_is_one_file_and_replaces_a_former_one_whole(
        self, opened: OpenStore, store: Store, tmp_path: Path
    ) -> None:
        from navette.store.backup import back_up

        target = tmp_path / "to" / "backup.sqlite3"
        back_up(opened.place, target)
        store.bindings.save([product("A", "1")])
        back_up(opened.place, target)
        assert [path.name for path in target.parent.iterdir()] == ["backup.sqlite3"]
        with closing(sqlite3.connect(target)) as copy:
            assert copy.execute("SELECT erp_key FROM store_binding").fetchall() == [("article:A",)]
            assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)

    @pytest.mark.postgres
    def test_a_server_has_its_own_tools(self, opened_postgres: OpenStore, tmp_path: Path) -> None:
        from navette.store.backup import back_up

        with pytest.raises(ConfigurationError, match="STO-BACKUP-001"):
            back_up(opened_postgres.place, tmp_path / "backup.sqlite3")


class TestRestore:
    @pytest.fixture
    def backup(self, opened: OpenStore, store: Store, tmp_path: Path) -> Path:
        """A backup made while a run was at work, from before a second one."""
        from navette.store.backup import back_up

        send(store, "before", "A", "1")
        target = tmp_path / "backup.sqlite3"
        back_up(opened.place, target)
        send(store, "after", "B", "2")
        return target

    def restore(self, opened: OpenStore, source: Path) -> None:
        from navette.store.restore import restore

        restore(opened.place, source, opened.clock)

    def test_the_older_state_is_back_and_doubted(self, opened: OpenStore, store: Store, backup: Path) -> None:
        self.restore(opened, backup)
        store = opened.of_profile("bijou")
        assert set(store.bindings.by_keys(PRODUCT, ["article:A", "article:B"])) == {"article:A"}
        assert store.digests.doubtful(PRODUCT, Aspect.PRICE) == {"article:A"}

    def test_exports_read_everything_once(self, opened: OpenStore, store: Store, tmp_path: Path) -> None:
        from navette.store.backup import back_up

        now = opened.clock.now()
        store.marks.move("export-products", Mark(now, "digest", 1, now))
        target = tmp_path / "with-mark.sqlite3"
        back_up(opened.place, target)
        self.restore(opened, target)
        assert opened.of_profile("bijou").marks.get("export-products") == Mark(now, "digest", 1, None)

    def test_open_runs_are_interrupted_with_the_counts_they_had(self, opened: OpenStore, backup: Path) -> None:
        self.restore(opened, backup)
        [run] = opened.of_profile("bijou").runs.recent(None, 10)
        assert (run.id, run.status, run.ended_at) == ("before", RunStatus.FAILED, opened.clock.now())
        assert run.counts == Counts(read=1, created=1)
        assert run.problem
        assert run.problem.message.code == "STO-RUN-003"

    def test_the_state_before_is_kept(self, opened: OpenStore, backup: Path) -> None:
        self.restore(opened, backup)
        [former] = opened.place.backups.iterdir()
        self.restore(opened, former)
        assert opened.of_profile("bijou").bindings.count(PRODUCT) == 2

    def test_tokens_never_go_back(self, opened: OpenStore, store: Store, backup: Path) -> None:
        for _ in range(5):
            with store.leases.hold(["company:BIJOU"], "earlier") as earlier:
                pass
        self.restore(opened, backup)
        store = opened.of_profile("bijou")
        with store.leases.hold(["company:BIJOU"], "later") as later:
            assert later > earlier
            with pytest.raises(BusyError):
                store.claims.begin([claim("15")], earlier)

    def test_not_while_a_run_goes_on(self, opened: OpenStore, store: Store, backup: Path) -> None:
        with store.leases.hold(["company:BIJOU"], "bijou/import-orders"), pytest.raises(BusyError) as failure:
            self.restore(opened, backup)
        assert failure.value.values == {"holder": "bijou/import-orders", "resource": "company:BIJOU"}
        assert store.bindings.count(PRODUCT) == 2

    def test_a_file_that_is_no_backup_changes_nothing(self, opened: OpenStore, store: Store, tmp_path: Path) -> None:
        text, other = tmp_path / "text", tmp_path / "other.sqlite3"
        text.write_text("no database" * 500)
        with closing(sqlite3.connect(other)) as database:
            database.execute("CREATE TABLE something (a)")
        for source in (text, other, tmp_path / "absent"):
            with pytest.raises(ConfigurationError, match="STO-BACKUP-002"):
                self.restore(opened, source)
        assert store.bindings.count(PRODUCT) == 0

    def test_a_truncated_backup_is_refused(self, opened: OpenStore, store: Store, backup: Path) -> None:
        backup.write_bytes(backup.read_bytes()[:-40_000])
        with pytest.raises(ConfigurationError, match="STO-BACKUP-002"):
            self.restore(opened, backup)
        assert store.bindings.count(PRODUCT) == 2

    def test_a_backup_of_a_newer_version_is_refused_and_the_present_state_stays(
        self, opened: OpenStore, store: Store, backup: Path
    ) -> None:
        with closing(sqlite3.connect(backup)) as database, database:
            database.execute(
                "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '0999_future', '2030-01-01')"
            )
        with pytest.raises(ConfigurationError, match="STO-DATA-005"):
            self.restore(opened, backup)
        assert opened.of_profile("bijou").bindings.count(PRODUCT) == 2
