package org.turnpike.simulator.graphql;

import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.Map;

/**
 * Cloudflare does not compare the types that variables declare: {@code $accountTag: String!} works
 * there as {@code string!} does, and both are common in the wild.
 */
final class VariableTypes {

  private static final Map<String, String> CLOUDFLARE_NAMES =
      Map.of("String", "string", "Int", "uint64", "uint16", "uint64", "Float", "float64");

  private VariableTypes() {}

  /** The same query with Cloudflare's names of the types. */
  static String respelt(String query) {
    Document document = new Parser().parseDocument(query);
    Node<?> respelt =
        new AstTransformer()
            .transform(
                document,
                new NodeVisitorStub() {
                  @Override
                  @SuppressWarnings("rawtypes") // the library's own signature
                  public TraversalControl visitTypeName(
                      TypeName node, TraverserContext<Node> context) {
                    String name = CLOUDFLARE_NAMES.get(node.getName());
                    return name == null
                        ? TraversalControl.CONTINUE
                        : TreeTransformerUtil.changeNode(
                            context, node.transform(type -> type.name(name)));
                  }
                });
    return AstPrinter.printAst(respelt);
  }
}
