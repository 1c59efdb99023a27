"""Model and tables to pages and data files as (path, bytes). The only room that escapes."""
