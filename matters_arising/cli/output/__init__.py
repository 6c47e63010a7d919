"""What commands print: tables, CSV and JSON, answers, histories, charts, how far it is."""
