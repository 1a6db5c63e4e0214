import Testing

@testable import DeployModel

@Suite struct ExportFormTests {
  private static func text(
    _ form: ExportForm, _ values: KeyValuePairs<String, String>
  ) throws -> String {
    let values = try values.map {
      ExportedValue(try VariableKey($0.key), Secret($0.value), of: .staging)
    }
    return try form.text(of: values).text() ?? ""
  }

  private static func refusal(
    of value: String, by form: ExportForm
  ) throws -> FormRefusals.Refusal? {
    do {
      _ = try text(form, ["KEY": value])
      return nil
    } catch let refusals as FormRefusals {
      return refusals.refusals.first
    }
  }

  @Test func everyFormHasANameOfItsOwn() {
    #expect(ExportForm.all.map(\.name) == ["fly", "dotenv", "shell", "json"])
    #expect(Set(ExportForm.all.map(\.summary)).count == ExportForm.all.count)
  }

  @Test func shellQuotesEverything() throws {
    #expect(
      try Self.text(.shell, ["A": "it's $(id)\n`x`", "B": ""])
        == "export A='it'\\''s $(id)\n`x`'\nexport B=''\n")
  }

  @Test func shellHoldsBytesThatAreNoText() throws {
    let value = ExportedValue(
      try VariableKey("A"), Secret([0xFF, 0x27, 0x80] as [UInt8]), of: .staging)
    let bytes = try ExportForm.shell.text(of: [value]).withBytes { Array($0) }
    #expect(bytes == Array("export A='".utf8) + [0xFF] + Array(#"'\''"#.utf8) + [0x80, 0x27, 0x0A])
  }

  /// A value, and how it stands in a `.env` file.
  @Test(arguments: [
    ("", ""), ("plain-1.0", "plain-1.0"), ("two words", "'two words'"), ("it's", #""it's""#),
    (#"a\b"#, #"'a\b'"#), (#"a\\b"#, #"a\\b"#), ("a\nb", "'a\nb'"), ("it's\n", "\"it's\n\""),
    (#"'a"#, #""'a""#), (#"a"'b\"#, #"a"'b\"#), (#"a\"#, #"a\"#), ("$x ${y}", "'$x ${y}'"),
    ("\n#\"", "'\n#\"'"), (#"'\d #"#, ##""'\d #""##),
  ])
  func dotenvQuotesWhereItMust(_ value: String, _ text: String) throws {
    #expect(try Self.text(.dotenv, ["A": value]) == "A=\(text)\n")
  }

  /// What some reader takes for other bytes, whatever stands around it, is escaped and named.
  @Test(arguments: [
    ("\r\"", #""\r\"""#), ("a\rb", #""a\rb""#), (#"say "hi" it's #1"#, ##""say \"hi\" it's #1""##),
    ("'\"\n", #""'\"\n""#), (#"#'\n"#, ##""#'\\n""##), (#"#\\b"#, ##""#\\\\b""##),
    (#"#'\$x"#, ##""#'\\$x""##), ("'x \"\u{2028}'y'", "\"'x \\\"\u{2028}'y'\""),
  ])
  func dotenvEscapesWhatItsReadersDisagreeOn(_ value: String, _ text: String) throws {
    #expect(try Self.text(.dotenv, ["A": value]) == "A=\(text)\n")
    let exported = ExportedValue(try VariableKey("A"), Secret(value), of: .staging)
    let concerned = ExportForm.dotenv.reservations.filter { $0.concerns(exported) }
    #expect(concerned.map(\.text).contains { $0.hasPrefix("written with escapes") })
  }

  @Test(arguments: ["", "plain", "two words", "it's", #"a\b"#, "a\nb", "$x"])
  func dotenvHasNoReservationAboutTheRest(_ value: String) throws {
    let exported = ExportedValue(try VariableKey("A"), Secret(value), of: .staging)
    #expect(!ExportForm.dotenv.reservations.contains { $0.concerns(exported) })
  }

  @Test func dotenvRefusesABackslashBeforeTheQuote() throws {
    let refusal = try #require(try Self.refusal(of: "a\n\\", by: .dotenv))
    #expect(refusal.reason.hasPrefix("it ends with a backslash"))
    #expect(refusal.help == "`--for json` and `--for shell` hold it")
  }

  @Test func jsonIsOneFlatObject() throws {
    #expect(
      try Self.text(.json, ["A": "1\t\u{1}\"\\/", "B": "é"])
        == "{\n  \"A\": \"1\\t\\u0001\\\"\\\\/\",\n  \"B\": \"é\"\n}\n")
    #expect(try Self.text(.json, [:]) == "{}\n")
  }

  @Test func flyTakesTheFirstWritingThatIsReadBack() throws {
    #expect(
      try Self.text(
        .fly,
        ["A": "a b", "B": "\"", "C": "a\"#b", "D": "\"\"#", "E": "a\nb", "F": " a ", "G": ""])
        == [
          #"A="a b""#, #"B='"'"#, ##"C='a"#b'"##, ##"D="""""#""""##, #"E="""a"#, #"b""""#,
          #"F=" a ""#, #"G="""#, "",
        ].joined(separator: "\n"))
  }

  /// A value without a lossless form, and what is said of it.
  @Test(arguments: [
    ("a\r\nb", "its line 1 ends with CR LF"),
    ("a\nb\"\"\"\nc", "its line 2 ends with three double quotes"),
    ("a\"#b\nc", "its first line has a '#' after an odd number of double quotes"),
    (String(repeating: "x", count: 65_540), "it has 65540 bytes"),
    ("a\n" + String(repeating: "x", count: 65_540) + "\nb", "its line 2 has 65540 bytes"),
  ])
  func flyRefusesWhatIsNotReadBack(_ value: String, _ reason: String) throws {
    let refusal = try #require(try Self.refusal(of: value, by: .fly))
    #expect(refusal.reason.hasPrefix(reason))
    #expect(refusal.key.text == "KEY")
  }

  /// A value without a lossless form, and how it gets to Fly all the same: never by a command
  /// that reads another value, or that cuts it.
  @Test(arguments: [
    ("a\r\nb", "`flyconf env get KEY --env staging --reveal | fly secrets set KEY=-` hands it"),
    (
      String(repeating: "x", count: 65_536),
      "`flyconf env get KEY --env staging --reveal | fly secrets set KEY=-` hands it"
    ),
    (
      String(repeating: "x", count: 65_537),
      "`fly secrets set` cannot take it either, for it reads at most 65536 bytes; Fly's API does"
    ),
    (
      "a\r\nb\n",
      "`fly secrets set` cannot take it either, for it drops the white space at the ends"
    ),
    (
      "\u{2003}a\r\nb",
      "`fly secrets set` cannot take it either, for it drops the white space at the ends"
    ),
  ])
  func adviceForFlyIsOfTheSameValue(_ value: String, _ help: String) throws {
    let refusal = try #require(try Self.refusal(of: value, by: .fly))
    #expect(refusal.help?.hasPrefix(help) == true, "\(refusal.help ?? "")")
  }

  @Test func flyHoldsTheLongestLineThatIsRead() throws {
    // KEY="…" has six bytes of its own.
    let longest = String(repeating: "x", count: FlySecretsParser.longestLine - 6)
    #expect(try Self.refusal(of: longest, by: .fly) == nil)
    let refusal = try #require(try Self.refusal(of: longest + "xxx", by: .fly))
    #expect(refusal.reason.hasPrefix("it has 65532 bytes"))
  }

  @Test(arguments: ExportForm.all.map(\.name))
  func noFormHoldsANUL(_ name: String) throws {
    let form = try #require(ExportForm.all.first { $0.name == name })
    let refusal = try #require(try Self.refusal(of: "a\u{0}b", by: form))
    #expect(refusal.reason == "it has a NUL, which no environment variable can hold")
  }

  @Test(arguments: ["fly", "dotenv", "json"])
  func formsOfTextRefuseOtherBytes(_ name: String) throws {
    let form = try #require(ExportForm.all.first { $0.name == name })
    let value = ExportedValue(
      try VariableKey("KEY"), Secret([0x61, 0xFF] as [UInt8]), of: .staging)
    let refusals = try #require(throws: FormRefusals.self) { try form.text(of: [value]) }
    #expect(refusals.refusals.first?.reason.hasPrefix("it is not text in UTF-8") == true)
  }

  @Test func allRefusalsComeAtOnce() throws {
    let refusals = try #require(throws: FormRefusals.self) {
      try Self.text(.fly, ["A": "a\r\nb", "B": "fine", "C": "\u{0}"])
    }
    #expect(refusals.refusals.map(\.key.text) == ["A", "C"])
  }
}
