"""Settings of Django for our own memory; the console adds its own to these."""

from navette.store.database import database_settings
from navette.store.place import chosen

PLACE = chosen()
DATABASES = {"default": database_settings(PLACE)}
INSTALLED_APPS = ["navette.store"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False  # texts are ours: navette.domain.messages
LOGGING_CONFIG = None  # each way of running sets up its own log
