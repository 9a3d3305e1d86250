"""What the minutes say each person did about an interest at each item, from layout, clause and verb to one deed."""
