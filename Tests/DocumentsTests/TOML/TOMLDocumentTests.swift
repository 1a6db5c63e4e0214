import Testing

@testable import Documents

struct TOMLDocumentTests {
  private static let text = """
    app = 'a'
    dotted.inner.x = 1
    inline = { a = { }, b.c = 1 }

    [table]
    list = [1, 2]

    [super.sub]

    [[many]]
    [[many]]
      [many.below]
      deep.er = { z = 'z' }

    """

  @Test(arguments: [
    ("dotted", TOMLDocument.Origin.dottedKey), ("dotted.inner", .dottedKey), ("inline", .inline),
    ("inline.a", .inline), ("inline.b", .dottedKey), ("table", .header), ("super", .subtable),
    ("super.sub", .header), ("many.1", .element), ("many.1.below", .header),
    ("many.1.below.deep", .dottedKey), ("many.1.below.deep.er", .inline), ("", .root),
  ])
  func saysHowATableIsMade(_ path: String, _ origin: TOMLDocument.Origin) throws {
    #expect(try toml(Self.text).origin(of: Self.path(path)) == origin)
  }

  @Test func hasNoOriginForWhatIsNoTable() throws {
    let document = try toml(Self.text)
    #expect(document.origin(of: Self.path("app")) == nil)
    #expect(document.origin(of: Self.path("many")) == nil)
    #expect(document.origin(of: Self.path("table.nope")) == nil)
  }

  @Test(arguments: [
    ("app", "'a'"), ("dotted", "dotted"), ("dotted.inner", "inner"),
    ("inline", "{ a = { }, b.c = 1 }"),
    ("inline.b", "b"), ("table", "[table]"), ("table.list.1", "2"), ("super", "super"),
    ("super.sub", "[super.sub]"), ("many", "[[many]]"), ("many.1.below", "[many.below]"),
    ("many.1.below.deep.er.z", "'z'"),
  ])
  func pointsAtATableWhereItBegins(_ path: String, _ marked: String) throws {
    let document = try toml(Self.text)
    let node = try #require(Self.path(path).node(in: document.root))
    #expect(document.source.text(of: node.span) == marked)
  }

  @Test(arguments: [
    ("2]", "table.list.1"), ("'z'", "many.1.below.deep.er.z"), ("[[many]]\n  [", "many.1"),
    ("list", "table.list"), ("sub]", "super.sub"),
  ])
  func findsThePathToAPlace(_ text: String, _ path: String) throws {
    let document = try toml(Self.text)
    let start = try #require(Self.offset(of: text, in: Self.text))
    #expect(document.path(to: Span(start..<start + 1)) == Self.path(path))
  }

  @Test func keepsStatementsInTheOrderOfTheSource() throws {
    let document = try toml("a.b = 1\n[c]\n'd' = 2\n[[e]]\n[[e]]\nf.g = 3\n")
    #expect(
      document.statements.map { $0.kind } == [.pair, .table, .pair, .element, .element, .pair])
    #expect(document.statements.map { $0.header } == [nil, nil, 1, nil, nil, 4])
    #expect(
      document.statements.map { document.path(of: $0).description } == [
        "a.b", "c", "c.d", "e[0]", "e[1]", "e[1].f.g",
      ])
    #expect(document.statements[2].keys.map { document.source.text(of: $0.span) } == ["'d'"])
  }

  @Test func writesDatesAndSpecialFloatsToJSONAsStrings() throws {
    let document = try toml("a = 1979-05-27 07:32:00z\nb = [inf, -inf, nan, 1.0]")
    #expect(
      JSONWriter.line(document.root)
        == #"{"a":"1979-05-27T07:32:00Z","b":["inf","-inf","nan",1.0]}"#)
  }

  @Test func tellsSpecialFloatsFromWholeNumbers() {
    #expect(["inf", "-inf", "nan"].allSatisfy { !Number(literal: $0).isWhole })
    #expect(Number(literal: "inf").isPositive && !Number(literal: "-inf").isPositive)
    #expect(!Number(literal: "nan").isFinite && Number(literal: "1e5").isFinite)
  }

  private static func path(_ text: String) -> FieldPath {
    FieldPath(text.split(separator: ".").map { Int($0).map { .index($0) } ?? .key(String($0)) })
  }

  private static func offset(of part: String, in text: String) -> Int? {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    return bytes.indices.first { bytes[$0...].starts(with: wanted) }
  }
}
