"""Văn thư inside LibreOffice: everything that touches the office. No UNO object leaves this package."""
