package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** It must answer exactly as the JDK does, only sooner. */
class PlainXPathTest {

    private static final String MAPPING =
            """
            <mapper namespace="x"><!-- a --><sql id="1"/><select id="2"><if/><selectKey/></select><insert id="3"/>
            <group><sql id="4"/></group><resultMap id="5"><id/></resultMap><sql id="6">text</sql><delete id="7"/></mapper>""";

    private final XPath jdk = XPathFactory.newDefaultInstance().newXPath();
    private final XPath ours = new PlainXPathFactory().newXPath();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mapper",
                "/mapper/sql",
                "/mapper/group/sql",
                "/nothing",
                "sql",
                "select|insert|update|delete",
                "select/selectKey",
                "cache-ref",
                "//sql",
                "@id",
                "*",
                "sql[@id='6']",
                "sql/text()",
                "..",
                "group | sql"
            })
    void it_answers_as_the_jdk_does(String expression) throws Exception {
        var document = document();
        for (Node item : List.of(
                document,
                document.getDocumentElement(),
                document.getDocumentElement().getLastChild())) {
            assertThat(all(ours, expression, item))
                    .as("%s at %s", expression, item)
                    .isEqualTo(all(jdk, expression, item));
            assertThat(ours.evaluate(expression, item, XPathConstants.NODE))
                    .isSameAs(jdk.evaluate(expression, item, XPathConstants.NODE));
            assertThat(ours.evaluate(expression, item)).isEqualTo(jdk.evaluate(expression, item));
        }
    }

    private static List<Node> all(XPath path, String expression, Node item) throws Exception {
        var found = (NodeList) path.evaluate(expression, item, XPathConstants.NODESET);
        var nodes = new ArrayList<Node>();
        for (var i = 0; i < found.getLength(); i++) {
            nodes.add(found.item(i));
        }
        return nodes;
    }

    private static Document document() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(MAPPING)));
    }
}
