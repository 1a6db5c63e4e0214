import Testing

@testable import Documents

struct FieldFindingTests {
  @Test func findsEveryMistakeInOnePass() throws {
    let (volume, findings) = try Volume.read(
      """
      {
        "name": 7,
        "size_gb": 1.5,
        "price": "1",
        "mode": "fasst",
        "tags": ["a", 1, null],
        "mounts": [{"path": true, "read_only": 0}, 5, {"pth": "/"}],
        "colour": "red"
      }
      """)
    #expect(
      findings == [
        "2:11-12 expected a string, found a number; write a string here",
        "3:14-17 expected a whole number, found '1.5'; write it without a fraction and an exponent",
        "4:12-15 expected a number, found a string; write a number here",
        "5:11-18 'fasst' is not one of fast, slow; did you mean 'fast'?",
        "6:17-18 expected a string, found a number; write a string here",
        "6:20-24 expected a string, found null; write a string here",
        "7:23-27 expected a string, found a boolean; write a string here",
        "7:42-43 expected true or false, found a number; write true or false here",
        "7:46-47 expected an object, found a number; write an object here",
        "7:50-55 unknown field 'pth'; did you mean 'path'?",
        "8:3-11 unknown field 'colour'; remove it; the fields are "
          + "name, size_gb, price, mode, tags, mounts, created_by, $schema",
        "1:1-2 missing field 'created_by', which commands fill in; add it; it holds: Who made it",
      ])
    #expect(volume.name == .unreadable && volume.sizeGB == .unreadable)
    #expect(volume.mode == .unreadable && volume.tags == .unreadable)
    #expect(volume.mounts.value?.map { $0.path } == [.unreadable, .unreadable, .unreadable])
    #expect(volume.createdBy == .value(nil))
  }

  @Test func readsTheOtherFieldsBesideAnUnreadableOne() throws {
    let (volume, findings) = try Volume.read(#"{"name": [], "size_gb": 3, "created_by": "m"}"#)
    #expect(findings == ["1:10-12 expected a string, found an array; write a string here"])
    #expect(volume.name == .unreadable && volume.sizeGB == .value(3))
    #expect(throws: Unreadable.self) { try volume.name.get() }
    #expect(try volume.sizeGB.get() == 3)
    #expect(volume.name.value == nil)
  }

  @Test(arguments: ["[]", "null", "1", "\"x\"", "true"])
  func makesAnEntityOfWhatIsNoObjectWithOneFinding(_ text: String) throws {
    let (volume, findings) = try Volume.read(text)
    #expect(findings.count == 1)
    #expect(findings[0].contains("expected an object, found \(try json(text).kind);"))
    #expect(volume.name == .unreadable && volume.mode == .unreadable && volume.price == .unreadable)
  }

  @Test func reportsAMissingFieldAtItsObjectsOpening() throws {
    #expect(
      try Volume.read("\n {\"name\": \"x\", \"created_by\": \"m\"}").findings
        == ["2:2-3 missing field 'size_gb'; add it; it holds: Size in gigabytes"])
  }

  @Test func reportsAMisspelledRequiredFieldOnce() throws {
    #expect(
      try Volume.read(#"{"name": "x", "sizeGB": 1, "created_by": "m"}"#).findings
        == ["1:15-23 unknown field 'sizeGB'; did you mean 'size_gb'?"])
  }

  @Test func reportsAMisspelledGeneratedFieldOnce() throws {
    #expect(
      try Volume.read(#"{"name": "x", "size_gb": 1, "create_by": "m"}"#).findings
        == ["1:29-40 unknown field 'create_by'; did you mean 'created_by'?"])
  }

  @Test func reportsARenamedFieldAndTheMissingOneWhereTheNamesAreNotNear() throws {
    #expect(
      try Volume.read(#"{"label": "x", "size_gb": 1, "created_by": "m"}"#).findings == [
        "1:2-9 unknown field 'label'; remove it; the fields are "
          + "name, size_gb, price, mode, tags, mounts, created_by, $schema",
        "1:1-2 missing field 'name'; add it; it holds: Name of the volume",
      ])
  }

  @Test func offersOnlyFieldsThatAreNotThereYet() throws {
    #expect(
      try Volume.read(#"{"name": "x", "nam": "y", "size_gb": 1, "created_by": "m"}"#)
        .findings.map { $0.contains("did you mean") } == [false])
  }

  @Test func offersTheNearestFieldEvenIfAnotherIsMissing() throws {
    // 'tag' is nearer to the optional 'tags' than to the missing 'name'.
    let findings = try Volume.read(#"{"tag": "x", "size_gb": 1, "created_by": "m"}"#).findings
    #expect(findings.count == 2)
    #expect(findings[0] == "1:2-7 unknown field 'tag'; did you mean 'tags'?")
    #expect(findings[1].contains("missing field 'name'"))
  }

  @Test func writesAnUnknownFieldsControlCharactersAsEscapes() throws {
    let text = #"{"name": "x", "\u001b[2J\u202e": 1, "size_gb": 1, "created_by": "m"}"#
    #expect(try Volume.read(text).findings[0].contains(#"unknown field '\u{1b}[2J\u{202e}'"#))
  }

  @Test func neverTakesALookalikeForAField() throws {
    // U+212A, the sign for kelvin, is equal to K where texts are compared as people see them.
    struct Entry: Entity {
      var key: Readable<String>
      static let schema = Schema("Entry", Self.init, .required("K", \.key, "A key"))
    }
    var diagnostics: [Diagnostic] = []
    let entry = Entry.schema.read(try json("{\"\u{212A}\": \"x\"}"), &diagnostics)
    #expect(entry.key == .unreadable)
    #expect(diagnostics.map { $0.kind }.contains(.unknownField))
  }

  @Test(
    arguments: [
      ("9223372036854775808", " of at most 64 bits"), ("1e3", ""), ("1.0", ""),
      ("-9223372036854775809", " of at most 64 bits"),
    ])
  func refusesANumberThatIsNoInteger(_ literal: String, _ limit: String) throws {
    let findings = try Volume.read(
      "{\"name\": \"x\", \"size_gb\": \(literal), \"created_by\": \"m\"}"
    ).findings
    #expect(findings.count == 1)
    #expect(findings[0].contains("expected a whole number\(limit), found '\(literal)';"))
  }

  @Test func givesEachFindingItsKind() throws {
    var diagnostics: [Diagnostic] = []
    _ = Volume.schema.read(
      try json(#"{"size_gb": true, "mode": "x", "zzz": 1, "price": 2}"#), &diagnostics)
    #expect(
      diagnostics.map { $0.kind } == [
        .wrongType, .unknownWord, .unknownField, .missingField, .missingGeneratedField,
      ])
  }
}
