### Under lists that have several pages.

page = الصفحة { $page } من { $pages }
