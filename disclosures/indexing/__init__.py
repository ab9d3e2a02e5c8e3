"""What disclosures give to the search: each public thing as a document, put in by the moves."""
