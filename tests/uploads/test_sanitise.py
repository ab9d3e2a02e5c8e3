import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.uploads.sanitise import clean_html, plain_text

TAGS = st.sampled_from(["p", "div", "h1", "b", "table", "td", "a", "img", "span", "script", "svg"])
JUNK = st.lists(
    st.text()
    | TAGS.map("<{}>".format)
    | TAGS.map("</{}>".format)
    | st.just("<img src=x onerror=1>")
).map("".join)


@pytest.mark.parametrize(
    "html",
    [
        "<p>正文<strong>重</strong><em>斜</em><u>下</u><s>删</s>H<sub>2</sub>m<sup>2</sup></p>",
        "<h2>一</h2><h3>二</h3><h4>三</h4><hr>",
        "<ul><li>甲</li></ul><ol><li>乙</li></ol><blockquote><p>引</p></blockquote>",
        '<figure class="table"><table><caption>表</caption><tbody><tr><th scope="col" colspan="2">'
        '甲</th></tr><tr><td rowspan="2">1</td><td>2</td></tr></tbody></table></figure>',
        '<figure class="image"><img src="/images/1" alt="图" width="3" height="4">'
        "<figcaption>说明</figcaption></figure>",
    ],
)
def test_what_the_editor_writes_stays(html: str) -> None:
    assert clean_html(html) == html


@pytest.mark.parametrize(
    "address", ["https://a.cn/b", "http://a.cn", "mailto:a@b.cn", "tel:12345", "/x", "x"]
)
def test_safe_links_stay_and_tell_nothing(address: str) -> None:
    assert clean_html(f'<a href="{address}">x</a>') == (
        f'<a href="{address}" rel="noopener noreferrer">x</a>'
    )


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<a href="//a.cn">x</a>',
        '<a href="/\\a.cn">x</a>',
        '<a href="vbscript:x">x</a>',
    ],
)
def test_unsafe_links_lose_their_address(html: str) -> None:
    assert "href" not in clean_html(html)


@pytest.mark.parametrize(
    "source", ["data:image/png;base64,x", "https://a.cn/1.png", "//a.cn/1", "x.png", "/\\a"]
)
def test_pictures_from_elsewhere_go(source: str) -> None:
    assert clean_html(f'<p>x<img src="{source}" alt="y"></p>') == "<p>x</p>"


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ('<p style="color:red" onclick="x" class="MsoNormal" id="a">x</p>', "<p>x</p>"),
        ('<table class="evil"><tbody><tr><td colspan="x" width="9%">1</td></tr></tbody></table>',)
        + ("<table><tbody><tr><td>1</td></tr></tbody></table>",),
        ('<figure class="table evil"></figure>x', '<figure class="table"></figure>x'),
        ("<script>alert(1)</script><style>p{}</style><iframe>x</iframe>y", "y"),
        ("<svg><script>1</script></svg><math>1</math>y", "y"),
        ("<form><input><button>送</button></form>", "送"),
        ("<!-- 注 -->x", "x"),
    ],
)
def test_everything_else_goes(html: str, clean: str) -> None:
    assert clean_html(html) == clean


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<h1>题</h1>", "<h2>题</h2>"),
        ("<h6>题</h6>", "<h4>题</h4>"),
        ("<p><b>重</b><i>斜</i></p>", "<p><strong>重</strong><em>斜</em></p>"),
        ("<div>甲<div>乙</div></div>", "<p>甲</p><p>乙</p>"),
        ("<div><p>甲</p></div>", "<p>甲</p>"),
        ("<p>甲<span lang=EN-US style='x'>1</span></p>", "<p>甲1</p>"),
    ],
)
def test_other_tags_become_ours(html: str, clean: str) -> None:
    assert clean_html(html) == clean


@pytest.mark.parametrize(
    "junk",
    [
        "<p>&nbsp;</p>",
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p>",
        "<p><span><b> </b></span><br></p>",
        "<h2></h2>",
        "<!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]-->",
        "<xml><o:OfficeDocumentSettings>1</o:OfficeDocumentSettings></xml>",
    ],
)
def test_words_leftovers_go(junk: str) -> None:
    assert clean_html(f"<p>甲</p>{junk}<p>乙</p>") == "<p>甲</p><p>乙</p>"


@given(JUNK)
def test_cleaning_is_safe_and_final(html: str) -> None:
    clean = clean_html(html)
    assert clean_html(clean) == clean
    assert "<script" not in clean
    assert "<img" not in clean


def test_plain_text_has_a_line_for_each_block() -> None:
    html = "<h2>题</h2><p>甲<b>乙</b>&nbsp;丙<br>丁</p><table><tr><td>1</td><td>2</td></tr></table>"
    assert plain_text(html) == "题\n甲乙 丙\n丁\n1 2"


def test_plain_text_knows_no_scripts() -> None:
    assert plain_text("<style>x</style><!-- y --><p>1 &lt; 2</p>") == "1 < 2"
