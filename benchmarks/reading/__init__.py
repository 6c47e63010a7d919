"""How fast papers are read, beside plain pdfplumber, and how much memory a long pack takes."""
