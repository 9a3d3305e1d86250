"""From papers to claims: classify items, resolve names, link interests to items, read what the minutes say somebody did."""
