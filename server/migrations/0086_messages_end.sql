-- After KITH_MESSAGES_KEPT_DAYS the row of a message goes, too.
grant delete on messages to kith_app;
