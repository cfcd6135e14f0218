### Under lists that have several pages.

page = Page { $page } of { $pages }
