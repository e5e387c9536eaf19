"""`navette company`: a sample company in a file, and a look into a company without SQL."""

from pathlib import Path
from typing import Annotated

import typer

from navette.cli.app import NavetteCommand, app
from navette.cli.call import call_of

commands = app(help="Companies in a file: make a sample one, look into one.")

CompanyArgument = Annotated[Path, typer.Argument(metavar="FILE", help="Company file.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many documents at most.")]


@commands.command("create", cls=NavetteCommand, help="Make a sample company; the same numbers make the same company.")
def create(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File to make.")],
    articles: Annotated[
        int, typer.Option("--articles", metavar="N", min=1, max=200_000, help="How many articles.")
    ] = 200,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Another seed makes another company.")] = 1,
) -> None:
    """Make a sample company."""
    from navette.bootstrap.company_lookup import create_sample
    from navette.domain.messages import company as messages

    output = call_of(ctx).output
    size = create_sample(file, articles, seed)
    numbers = {"articles": size.articles, "customers": size.customers, "documents": size.documents}
    output.done(messages.CREATED, {"file": str(file), **numbers}, file=file, **numbers)


@commands.command("orders", cls=NavetteCommand, help="List the documents that came from web orders.")
def orders(ctx: typer.Context, file: CompanyArgument, limit: Limit = 50) -> None:
    """List the documents of web orders."""
    from navette.bootstrap.company_lookup import Wanted
    from navette.cli.company_view import tell_documents

    tell_documents(call_of(ctx).output, file, Wanted(web_only=True, limit=limit))


@commands.command("documents", cls=NavetteCommand, help="List the sales documents, the latest first.")
def documents(
    ctx: typer.Context,
    file: CompanyArgument,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="quote, order, preparation, delivery, invoice or posted_invoice."),
    ] = None,
    limit: Limit = 50,
) -> None:
    """List the sales documents."""
    from navette.bootstrap.company_lookup import Wanted
    from navette.cli.company_view import kind_named, tell_documents

    tell_documents(call_of(ctx).output, file, Wanted(kind=kind_named(kind), limit=limit))


@commands.command("show", cls=NavetteCommand, help="Show the company, or one of its documents with its lines.")
def show(
    ctx: typer.Context,
    file: CompanyArgument,
    number: Annotated[
        str | None, typer.Argument(metavar="NUMBER", help="Document number, or web number of an order.")
    ] = None,
) -> None:
    """Show the company or a document."""
    from navette.cli.company_view import tell_company, tell_document

    output = call_of(ctx).output
    if number is None:
        tell_company(output, file)
    else:
        tell_document(output, file, number)
