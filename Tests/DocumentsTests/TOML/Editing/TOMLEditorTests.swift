import Testing

@testable import Documents

struct TOMLEditorTests {
  private static let text = """
    # fly.toml of the harbour

    app = "harbour"     # the name
    primary_region = 'fra'

    # built here
    [build]
      image = "x:1"

    [env]
      PORT = "80"
      # for tests
      LOG_LEVEL = "info" # loud

    [http_service]
      internal_port = 8080
      processes = ["app"]

      [http_service.concurrency]
        type = "requests"

    # small
    [[vm]]
      size = "shared-cpu-1x"

    # large
    [[vm]]
      memory = "1gb"

    """

  /// What a change makes of the text: its lines that went, and those that came.
  private static func difference(
    _ text: String = text, _ change: (inout TOMLEditor) -> Void
  ) throws -> [String] {
    var editor = TOMLEditor(try toml(text))
    change(&editor)
    let edited = try toml(editor.text)
    let isForeseen = edited.root.isEqual(to: editor.root)
    #expect(isForeseen)
    let (old, new) = (lines(text), lines(editor.text))
    return new.difference(from: old).map { change in
      switch change {
      case .insert(_, let line, _): "+" + line
      case .remove(_, let line, _): "-" + line
      }
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func path(_ text: String) -> FieldPath {
    FieldPath(text.split(separator: ".").map { Int($0).map { .index($0) } ?? .key(String($0)) })
  }

  // MARK: Values

  @Test func replacesAValueAndKeepsItsLine() throws {
    let lines = try Self.difference { $0.set(Self.path("app"), to: "pier") }
    #expect(lines == [#"-app = "harbour"     # the name"#, "+app = 'pier'     # the name"])
  }

  @Test func writesNothingForTheSameValue() throws {
    let lines = try Self.difference { editor in
      editor.set(Self.path("app"), to: "harbour")
      editor.set(Self.path("http_service.internal_port"), to: 8080)
      editor.set(Self.path("build"), to: .object(["image": "x:1"]))
      editor.set(
        Self.path("vm"), to: [.object(["size": "shared-cpu-1x"]), .object(["memory": "1gb"])])
    }
    #expect(lines == [])
  }

  @Test func writesOfATableOnlyWhatDiffers() throws {
    let lines = try Self.difference {
      $0.set(Self.path("env"), to: .object(["LOG_LEVEL": "debug", "PORT": "80", "NEW": "1"]))
    }
    #expect(
      lines == [#"-  LOG_LEVEL = "info" # loud"#, "+  LOG_LEVEL = 'debug' # loud", "+  NEW = '1'"])
  }

  // MARK: New keys and tables

  @Test func addsAKeyBehindTheLastOfItsTable() throws {
    #expect(try Self.difference { $0.set(Self.path("env.A b"), to: 1) } == ["+  'A b' = 1"])
    #expect(
      try Self.difference { $0.set(Self.path("kill_timeout"), to: 5) } == ["+kill_timeout = 5"])
    #expect(try Self.difference { $0.set(Self.path("vm.0.cpus"), to: 2) } == ["+  cpus = 2"])
    var editor = TOMLEditor(try toml(Self.text))
    editor.set(Self.path("env.Z"), to: true)
    #expect(editor.text.contains("# loud\n  Z = true\n\n[http_service]"))
  }

  @Test func addsTablesInTheStyleOfTheFile() throws {
    let lines = try Self.difference { editor in
      editor.set(Self.path("mounts.source"), to: "data")
      editor.set(Self.path("mounts.destination"), to: "/data")
      editor.set(Self.path("http_service.http_options.h2_backend"), to: true)
    }
    #expect(
      lines == [
        "+  [http_service.http_options]", "+    h2_backend = true", "+", "+",
        "+[mounts]", "+  source = 'data'", "+  destination = '/data'",
      ])
  }

  @Test func addsTablesWithoutIndentationWhereTheFileHasNone() throws {
    let text = "[a]\nx = 1\n\n[a.b]\ny = 2\n\n[c]\n"
    var editor = TOMLEditor(try toml(text))
    editor.set(Self.path("a.d.e"), to: 3)
    #expect(editor.text == "[a]\nx = 1\n\n[a.b]\ny = 2\n\n[a.d]\ne = 3\n\n[c]\n")
  }

  @Test func appendsToAnArrayOfTables() throws {
    let lines = try Self.difference { $0.append(.object(["cpus": 4]), to: Self.path("vm")) }
    #expect(lines == ["+[[vm]]", "+  cpus = 4", "+"])
    var editor = TOMLEditor(try toml("[[a]]\n[a.b]\nc = 1\n[d]\n"))
    editor.append(.object(["x": 1]), to: Self.path("a"))
    editor.set(Self.path("a.0.e"), to: .object(["f": 1]))
    #expect(editor.text == "[[a]]\n[a.b]\nc = 1\n\n[a.e]\nf = 1\n\n[[a]]\nx = 1\n\n[d]\n")
  }

  @Test func makesAnArrayThatIsNotThere() throws {
    let lines = try Self.difference { editor in
      editor.append(.object(["source": "a"]), to: Self.path("mounts"))
      editor.append("x", to: Self.path("list"))
    }
    #expect(lines == ["+list = ['x']", "+", "+[[mounts]]", "+  source = 'a'"])
  }

  @Test func addsAKeyAboveTheFirstHeaderAndItsComment() throws {
    var editor = TOMLEditor(try toml("# file\n\n# table\n[a]\nx = 1\n"))
    editor.set(Self.path("app"), to: "b")
    #expect(editor.text == "# file\n\napp = 'b'\n\n# table\n[a]\nx = 1\n")
  }

  @Test func writesIntoAnEmptyFileAndOneWithoutALastLineBreak() throws {
    var editor = TOMLEditor(try toml(""))
    editor.set(Self.path("a"), to: 1)
    editor.set(Self.path("b.c"), to: 2)
    #expect(editor.text == "a = 1\n\n[b]\n  c = 2\n")
    editor = TOMLEditor(try toml("a = 1"))
    editor.set(Self.path("b"), to: 2)
    #expect(editor.text == "a = 1\nb = 2")
  }

  @Test func keepsCRLFAndAByteOrderMark() throws {
    var editor = TOMLEditor(try toml("\u{FEFF}[a]\r\n\tx = 1\r\n"))
    editor.set(Self.path("a.y"), to: 2)
    editor.set(Self.path("b.z"), to: 3)
    #expect(
      editor.text.utf8.elementsEqual(
        "\u{FEFF}[a]\r\n\tx = 1\r\n\ty = 2\r\n\r\n[b]\r\n\tz = 3\r\n".utf8))
  }

  // MARK: Dotted keys and inline tables

  @Test(arguments: [
    ("a.b.c = 1\na.b.d = 2\nz = 1\n", "a.b.e", "a.b.c = 1\na.b.d = 2\na.b.e = 9\nz = 1\n"),
    ("[t]\na.b = 1\n", "t.a.c", "[t]\na.b = 1\na.c = 9\n"),
    ("a.b = 1\n", "a.c.d", "a.b = 1\na.c = { d = 9 }\n"),
    ("[a.b]\nx = 1\n", "a.c", "[a]\nc = 9\n\n[a.b]\nx = 1\n"),
    ("p = { x = 1 }\n", "p.y", "p = { x = 1, y = 9 }\n"), ("p = {}\n", "p.y", "p = { y = 9 }\n"),
    ("p = { q.r = 1, s = 2 } # p\n", "p.q.t", "p = { q.r = 1, s = 2, q.t = 9 } # p\n"),
    ("p = [{ x = 1 }]\n", "p.0.y.z", "p = [{ x = 1, y = { z = 9 } }]\n"),
  ])
  func addsAKey(_ text: String, _ path: String, _ expected: String) throws {
    var editor = TOMLEditor(try toml(text))
    editor.set(Self.path(path), to: 9)
    #expect(editor.text == expected)
  }

  // MARK: Removing

  @Test(arguments: [
    ("a = 1 # one\n# two\nb = 2\n", "b", "a = 1 # one\n# two\n"),
    ("a.b = 1\na.c = 2\n", "a.b", "a.c = 2\n"), ("a.b = 1\nc = 2\n", "a", "c = 2\n"),
    ("a.b = 1\nc = 2\n", "a.b", "c = 2\na = {}\n"), ("[a.b]\n", "a.b", "[a]\n"),
    ("p = { a = 1, b = 2, c = 3 }\n", "p.b", "p = { a = 1, c = 3 }\n"),
    ("p = { a = 1, b.x = 2, b.y = 3 }\n", "p.b", "p = { a = 1 }\n"),
    ("p = { b.x = 2, b.y = 3, a = 1 }\n", "p.b", "p = { a = 1 }\n"),
    ("p = { a = 1 }\n", "p.a", "p = {}\n"), ("l = [1, 2, 3]\n", "l.1", "l = [1, 3]\n"),
    ("l = [1, 2, 3]\n", "l.0", "l = [2, 3]\n"), ("l = [1, 2,]\n", "l.1", "l = [1,]\n"),
    (
      "l = [\n  1, # one\n  2, # two\n  3 # three\n]\n", "l.2", "l = [\n  1, # one\n  2, # two\n]\n"
    ),
    ("l = [\n  1, # one\n  2, # two\n]\n", "l.0", "l = [\n  2, # two\n]\n"),
    ("l = [1 # ,\n, 2]\n", "l.1", "l = [1 # ,\n, ]\n"), ("[[a]]\nx = 1\n", "a.0", "a = []\n"),
    ("[[a]]\n[a.b]\n[[a]]\n[c]\n", "a.0", "[[a]]\n[c]\n"),
  ])
  func removes(_ text: String, _ path: String, _ expected: String) throws {
    var editor = TOMLEditor(try toml(text))
    editor.remove(Self.path(path))
    #expect(editor.text == expected)
  }

  @Test(arguments: [
    (
      "env",
      "[env]\n  PORT = \"80\"\n  # for tests\n  LOG_LEVEL = \"info\" # loud\n\n"
    ),
    (
      "http_service.concurrency",
      "  [http_service.concurrency]\n    type = \"requests\"\n\n"
    ),
    ("build", "[build]\n  image = \"x:1\"\n"), ("vm.1", "[[vm]]\n  memory = \"1gb\"\n"),
  ])
  func removesATableAndItsCommentsButNotThatAbove(_ path: String, _ lines: String) throws {
    var editor = TOMLEditor(try toml(Self.text))
    editor.remove(Self.path(path))
    #expect(editor.text == Self.text.replacing(lines, with: ""))
  }

  @Test func removesTheLastTableWithTheEmptyLineBeforeIt() throws {
    var editor = TOMLEditor(try toml("[a]\nx = 1\n\n\n[b]\ny = 1\n"))
    editor.remove(Self.path("b"))
    #expect(editor.text == "[a]\nx = 1\n")
  }

  // MARK: Arrays

  @Test(arguments: [
    ("l = []\n", "l = ['x']\n"), ("l = [1]\n", "l = [1, 'x']\n"), ("l = [1,]\n", "l = [1, 'x',]\n"),
    ("l = [\n  1\n]\n", "l = [\n  1,\n  'x'\n]\n"),
    ("l = [\n\t1, # one\n]\n", "l = [\n\t1, # one\n\t'x',\n]\n"),
    ("l = [ # none\n]\n", "l = ['x']\n"), ("l = [1 # one\n]\n", "l = [1, 'x' # one\n]\n"),
  ])
  func appends(_ text: String, _ expected: String) throws {
    var editor = TOMLEditor(try toml(text))
    editor.append("x", to: Self.path("l"))
    #expect(editor.text == expected)
  }

  @Test func replacesWithinArrays() throws {
    let lines = try Self.difference { $0.set(Self.path("http_service.processes.0"), to: "web") }
    #expect(lines == ["-  processes = [\"app\"]", "+  processes = ['web']"])
  }

  // MARK: Names

  @Test func renamesAKeyWhereverItIsWritten() throws {
    let text = "[a.b]\nx = 1\n[ 'a' . c ]\n[[d]]\n[d.a]\n[a]\nb2.a = 1\n"
    var editor = TOMLEditor(try toml(text))
    editor.rename(Self.path("a"), to: "new one")
    #expect(
      editor.text
        == "['new one'.b]\nx = 1\n[ 'new one' . c ]\n[[d]]\n[d.a]\n['new one']\nb2.a = 1\n")
    editor = TOMLEditor(try toml(text))
    editor.rename(Self.path("a.b2"), to: "b")
    #expect(editor.text == text)
  }

  @Test func combinesChangesOfTheDocumentAsItWasRead() throws {
    var editor = TOMLEditor(try toml("a = 1\n[b]\nx = 1\n[[c]]\ny = 1\n[[c]]\ny = 2\n"))
    editor.remove(Self.path("c.0"))
    editor.set(Self.path("c.1.y"), to: 3)
    editor.rename(Self.path("b"), to: "d")
    editor.set(Self.path("b.x"), to: 4)
    editor.remove(Self.path("a"))
    editor.set(Self.path("a"), to: 5)
    #expect(editor.text == "a = 5\n[d]\nx = 4\n[[c]]\ny = 3\n")
  }

  @Test func passesOverChangesThatLeadNowhere() throws {
    let lines = try Self.difference { editor in
      editor.set(Self.path("primary_region.x"), to: 1)
      editor.set(Self.path("vm.7.size"), to: 1)
      editor.set(Self.path("vm.size"), to: 1)
      editor.append(1, to: Self.path("app"))
      editor.remove(Self.path("nope"))
      editor.rename(Self.path("nope"), to: "app")
      editor.rename(Self.path("app"), to: "env")
    }
    #expect(lines == [])
  }

  @Test func leavesOutNulls() throws {
    let lines = try Self.difference { editor in
      editor.set(Self.path("build"), to: .object(["image": "x:1", "target": Node(.null)]))
      editor.set(Self.path("primary_region"), to: Node(.null))
      editor.append(Node(.null), to: Self.path("vm"))
    }
    #expect(lines == ["-primary_region = 'fra'"])
  }

  // MARK: Comments that are kept

  private static func withoutKeys(_ text: String, _ paths: String...) throws -> String {
    var editor = TOMLEditor(try toml(text), keepsComments: true)
    for path in paths { editor.remove(Self.path(path)) }
    let isForeseen = try toml(editor.text).root.isEqual(to: editor.root)
    #expect(isForeseen)
    return editor.text
  }

  @Test func aCommentBehindARemovedKeyIsKeptOnALineOfItsOwn() throws {
    let text = "a = 1 # one\n[t]\n  b = '#2' # two # 2\n  c = 3\n"
    #expect(try Self.withoutKeys(text, "a", "t.b") == "# one\n[t]\n  # two # 2\n  c = 3\n")
  }

  @Test func commentsInsideARemovedTableAreKept() throws {
    let text = "a = 1\n\n[t] # table\n  # inner\n  b = \"\"\"\n# no comment\n\"\"\"\n\n[u]\n"
    #expect(try Self.withoutKeys(text, "t") == "a = 1\n\n# table\n  # inner\n[u]\n")
  }

  @Test func keptCommentsHaveTheLineBreaksOfTheFile() throws {
    #expect(try Self.withoutKeys("a = 1 # one\r\nb = 2\r\n", "a") == "# one\r\nb = 2\r\n")
    #expect(try Self.withoutKeys("b = 2\na = 1 # one", "a") == "b = 2\n# one\n")
  }
}
