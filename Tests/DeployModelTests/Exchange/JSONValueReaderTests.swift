import Documents
import Testing

@testable import DeployModel

@Suite struct JSONValueReaderTests {
  private static func mistakes(_ text: String) -> [String] {
    DotenvReaderTests.mistakes(text, .json)
  }

  @Test func readsAFlatObject() throws {
    let text = "\u{FEFF}{\"A\": \"a\\n\\u00e9\", \"b.c\": 1e3,\n \"D\": true, \"E\": \"\"}"
    let values = ImportFormat.json.read(SourceText(name: "a.json", text)).values
    #expect(values.map(\.key) == ["A", "b.c", "D", "E"])
    #expect(values.map { $0.value.text() } == ["a\né", "1e3", "true", ""])
    #expect(values.map(\.line) == [1, 1, 2, 2])
  }

  @Test(arguments: [
    ("{\"A\": {\"B\": \"hunter2\"}}", "1:7 there is an object, expected a string"),
    ("{\"A\":\n [\"hunter2\"]}", "2:2 there is an array, expected a string"),
    ("{\"A\": null}", "1:7 null is no value"),
    ("[\"hunter2\"]", "1:1 there is an array, expected an object of strings"),
    ("{\"A\": \"hunter2\\q\"}", "1:15 this is not JSON"),
    ("{\"A\": hunter2}", "1:7 this is not JSON"),
    (
      "{\"A\": \"1\",\n\"B\": \"2\", \"\\u0041\": \"hunter2\"}",
      "2:11 the name stands on line 1 already"
    ),
    ("{\"hunter2 \": \"1\"}", "1:2 this is no name"),
    ("{\"A\": \"a\\u0000b\"}", "1:7 the value has a NUL, which no environment variable can hold"),
    ("", "1:1 this is not JSON"),
  ])
  func saysWhereAndWhatIsWrong(_ text: String, _ mistake: String) {
    let found = Self.mistakes(text)
    #expect(found == [mistake])
    #expect(!found.joined().contains("hunter"))
  }

  @Test func whatNestsTooDeeplyIsNoMistakeOfSyntax() {
    let text =
      "{\"A\": " + String(repeating: "[", count: 600) + String(repeating: "]", count: 600) + "}"
    #expect(Self.mistakes(text) == ["1:518 arrays and objects are nested more than 512 deep"])
  }

  @Test func allMistakesComeInOnePass() {
    #expect(Self.mistakes("{\"A\": null,\n\"B\": [],\n\"C\": \"1\", \"C\": \"2\"}").count == 3)
  }
}
