import pytest

from portal.core.templatetags.portal import body_html, current, file_size

PLAIN = (
    "<table><tbody><tr><td>序号</td><td>村</td><td>金额（元）</td></tr>"
    "<tr><td>1</td><td>青禾村</td><td>252,345.30</td></tr></tbody></table>"
)


def test_a_table_scrolls_in_a_region_of_its_own() -> None:
    html = body_html(PLAIN + PLAIN)
    assert html.count('<div class="table-scroll" tabindex="0" role="region"') == 2
    assert 'aria-label="表格1，可左右滑动查看"' in html
    assert 'aria-label="表格2，可左右滑动查看"' in html


def test_a_caption_names_the_region() -> None:
    html = body_html("<table><caption>补贴<em>标准</em></caption><tr><td>1</td></tr></table>")
    assert 'aria-label="表格1：补贴标准，可左右滑动查看"' in html


def test_a_first_row_of_words_becomes_headers() -> None:
    assert '<th scope="col">序号</th><th scope="col">村</th>' in body_html(PLAIN)


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>甲</th><td>乙</td><td>丙</td></tr></table>",
        "<table><tr><td>甲</td><td>乙</td></tr></table>",
        '<table><tr><td colspan="3">甲</td></tr></table>',
        '<table><tr><td colspan="2">甲</td><td>乙</td><td>丙</td><td>丁</td></tr></table>',
        "<table><tr><td>甲</td><td></td><td>丙</td></tr></table>",
        "<table><tr><td>1</td><td>2</td><td>3</td></tr></table>",
    ],
)
def test_a_first_row_of_anything_else_stays(table: str) -> None:
    assert '<th scope="col">' not in body_html(table)


def test_figures_stand_to_the_right() -> None:
    html = body_html(PLAIN)
    assert '<td class="number">252,345.30</td>' in html
    assert "<td>青禾村</td>" in html


def test_nested_tables_are_left_as_they_are() -> None:
    nested = "<table><tr><td><table><tr><td>内</td></tr></table></td></tr></table>"
    assert body_html(nested).count("table-scroll") == 1


def test_a_picture_without_words_says_so() -> None:
    html = body_html('<p><img src="/images/a"><img alt="示意图" src="/images/b"></p>')
    assert html.count('alt="正文图片，没有文字说明"') == 1
    assert 'alt="示意图"' in html


def test_headings_start_below_the_title() -> None:
    assert body_html("<h3>一</h3><h4>（一）</h4>") == "<h2>一</h2><h3>（一）</h3>"
    assert body_html("<h2>一</h2><h3>二</h3>") == "<h2>一</h2><h3>二</h3>"


def test_the_current_page_is_marked() -> None:
    assert current("/villages/", "/villages/") == ' aria-current="page"'
    assert current("/villages/qinghe/", "/villages/") == ' aria-current="true"'
    assert current("/villages/", "/") == ""


def test_sizes_are_said_as_people_say_them() -> None:
    assert (file_size(10), file_size(815 * 1024), file_size(1_300_000)) == (
        "1 KB",
        "815 KB",
        "1.2 MB",
    )
