import Testing

@testable import Documents

struct MergePatchTests {
  /// RFC 7396, appendix A: original, patch, result.
  static let appendix: [(String, String, String)] = [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, "{}"),
    (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
    (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
    (#"{"a":"foo"}"#, "null", "null"),
    (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
    ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ]

  @Test(arguments: appendix)
  func mergesAsInTheStandardsAppendix(
    _ original: String, _ patch: String, _ result: String
  ) throws {
    let merged = MergePatch.merge(try json(patch), into: try json(original))
    #expect(JSONWriter.line(merged) == result)
  }

  @Test func keepsEveryValuesOwnPlace() throws {
    let source = SourceText(
      name: "a.json", #"{"a": 1, "b": {"c": 2, "d": 3}, "p": {"b": {"d": 4}, "e": {"f": 5}}}"#)
    let root = try json(source.text(of: source.span))
    let patch = try #require(root["p"])
    var diagnostics: [Diagnostic] = []
    let merged = MergePatch.apply(patch, to: root, fields: [], &diagnostics)
    func text(_ path: FieldPath.Step...) -> String? {
      FieldPath(path).node(in: merged).map { source.text(of: $0.span) }
    }
    #expect(diagnostics.isEmpty && merged.span == root.span)
    #expect(text(.key("a")) == "1")
    #expect(text(.key("b")) == #"{"c": 2, "d": 3}"#)
    #expect(text(.key("b"), .key("c")) == "2")
    #expect(text(.key("b"), .key("d")) == "4")
    #expect(text(.key("e")) == #"{"f": 5}"#)
    #expect(merged["b"]?.member("d")?.keySpan == patch["b"]?.member("d")?.keySpan)
  }

  @Test func placesAnObjectThatReplacesAnotherKindOfValueInThePatch() throws {
    let target = try json(#"{"a": "text"}"#)
    let patch = try json(#"          {"a": {"b": 1}}"#)
    #expect(MergePatch.merge(patch, into: target)["a"]?.span == patch["a"]?.span)
  }

  @Test func refusesToRemoveARequiredField() throws {
    let source = SourceText(name: "p.json", #"{"size_gb": null, "price": null, "mode": "fast"}"#)
    var diagnostics: [Diagnostic] = []
    let merged = MergePatch.apply(
      try json(source.text(of: source.span)), to: try json(Volume.full),
      fields: Volume.schema.fields, &diagnostics)
    #expect(
      diagnostics.map { Reading.describe($0, in: source) } == [
        "1:13-17 the required field 'size_gb' cannot be removed by an environment; "
          + "write the environment's own value, or leave the field out of the patch"
      ])
    #expect(diagnostics[0].kind == .removedField)
    #expect(merged["size_gb"]?.isEqual(to: 10) == true && merged["price"] == nil)
    #expect(merged["mode"]?.text == "fast")
  }

  @Test(arguments: ["null", "[]", "1", "\"x\""])
  func changesNothingByAPatchThatIsNoObject(_ patch: String) throws {
    let target = try json(Volume.full)
    var diagnostics: [Diagnostic] = []
    let merged = MergePatch.apply(try json(patch), to: target, fields: [], &diagnostics)
    #expect(merged.isEqual(to: target))
    #expect(diagnostics.map { $0.kind } == [.wrongType])
  }
}
