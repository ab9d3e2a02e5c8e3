"""凭证: pictures and PDFs of what an entry was posted from."""
