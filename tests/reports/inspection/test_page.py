"""What is read off a page: labels, links inside and outside, the words that people see."""

from portal.reports.inspection.page import page_of

SITE = "".join(
    f'<meta name="{name}" content="x">' for name in ("SiteName", "SiteDomain", "SiteIDCode")
)


def test_labels_of_site_column_and_article_are_asked_for() -> None:
    assert page_of("<p>空</p>").missing_labels == ["SiteName", "SiteDomain", "SiteIDCode"]
    column = SITE + '<meta name="ColumnName" content="公告"><meta name="ColumnType" content="">'
    assert page_of(column).missing_labels == ["ColumnType"]
    article = SITE + '<meta name="ArticleTitle" content="通知"><meta name="PubDate" content="x">'
    assert page_of(article).missing_labels == ["ContentSource"]


def test_links_are_told_apart_and_cleaned() -> None:
    page = page_of(
        '<a href="/a/?page=2#x">一</a><a href="b/">二</a><img src="/c.png"><a href="tel:1">三</a>'
        '<a href="https://site.test/d/">四</a><a href="https://else.test/e/">五</a>'
    )
    assert page.inside("/here/", "site.test") == ["/a/", "/c.png", "/d/", "/here/b/"]
    assert page.outside("site.test") == ["https://else.test/e/"]


def test_words_are_those_that_people_see() -> None:
    page = page_of("<script>坏词</script><style>坏词</style><p>好<b>词</b></p>")
    assert page.text == "好词"
