"""HTTP in the web service's shape: lists, records, pictures; errors become ours."""
