"""The shapes in which the PrestaShop web service answers, as its JSON gives them.

Ids of the record itself are numbers, nearly all else is text; a text in several languages is a list, or a plain
string where the shop has one language; associations without a member are left out.
"""
