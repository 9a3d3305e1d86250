"""The secretary's desk without its pages: bodies at hand, their papers as read, audits kept ready."""
