import Documents
import Testing

@testable import DeployModel

/// Every part of every file, changed in every way that is cheap to think of: nothing passes.
@Suite struct AttackMatrixTests {
  /// The stage, and the same vault three changes earlier.
  private struct Stage {
    var now: VaultFixture
    var before: VaultFixture

    init() throws {
      before = try VaultFixture.stage()
      now = before
      try now.set("stripe", value: "sk_live_3", as: "anna")
      try now.change(as: "olga") { draft in
        try draft.change("bob", grants: [Grant("read_write:email:staging")], isOwner: false)
      }
      try now.setVariable("SESSION_KEY", .secret(Secret("session 2")))
    }
  }

  // MARK: vault.json

  @Test func everyNodeOfTheManifest() throws {
    let stage = try Stage()
    let root = try stage.now.manifest.node
    let old = try stage.before.manifest.node
    var count = 0
    for path in root.paths {
      for (what, tampered) in root.tamperings(at: path, old: old) {
        guard !tampered.isEqual(to: root) else { continue }
        var fixture = stage.now
        fixture.replaceManifest(JSONWriter.document(tampered))
        let kinds = fixture.faultKinds
        count += 1
        #expect(
          !kinds.isEmpty && kinds.isSubset(of: [.memberEdited, .keySwapped, .malformed]),
          "\(path) \(what): \(fixture.verification.faults.map(\.message))")
      }
    }
    #expect(count > 500)
  }

  @Test func theOrderInTheManifestIsFree() throws {
    let stage = try Stage()
    var fixture = stage.now
    try fixture.editManifest { manifest in
      manifest.members.reverse()
      manifest.keyring.reverse()
    }
    #expect(fixture.verification.faults == [])
  }

  // MARK: Changes

  @Test func everyLineOfEveryChange() throws {
    let stage = try Stage().now
    var count = 0
    for (index, file) in stage.ledger.enumerated() {
      for (what, bytes) in Self.lineTamperings(file.bytes) where bytes != file.bytes {
        var fixture = stage
        fixture.ledger[index].bytes = bytes
        count += 1
        let kinds = fixture.faultKinds
        #expect(
          kinds.contains(.changeAltered) && kinds.isSubset(of: [.changeAltered, .changeMissing]),
          "\(file.name) \(what)")
      }
    }
    #expect(count > 300)
  }

  private static func lineTamperings(_ bytes: [UInt8]) -> [(String, [UInt8])] {
    let newline = UInt8(ascii: "\n")
    let lines = bytes.split(separator: newline).map { Array($0) + [newline] }
    var found: [(String, [UInt8])] = [
      ("CRLF", lines.flatMap { $0.dropLast() + [13, 10] }),
      ("blank line at the end", bytes + [newline]),
      ("blank at the end", bytes + [32]), ("no newline at the end", Array(bytes.dropLast())),
      ("BOM", [0xEF, 0xBB, 0xBF] + bytes), ("NUL", bytes + [0]), ("empty", []),
      ("twice", bytes + bytes),
    ]
    for (index, line) in lines.enumerated() {
      var others = lines
      others.remove(at: index)
      found.append(("without line \(index)", others.flatMap(\.self)))
      found.append(("line \(index) doubled", (lines[...index] + lines[index...]).flatMap(\.self)))
      found.append(("cut before line \(index)", lines[..<index].flatMap(\.self)))
      found.append(
        ("cut in line \(index)", lines[..<index].flatMap(\.self) + line.prefix(line.count / 2)))
      found.append(("blank in line \(index)", bytes.inserting(32, after: lines[..<index])))
      if index + 1 < lines.count {
        var swapped = lines
        swapped.swapAt(index, index + 1)
        found.append(("lines \(index) swapped", swapped.flatMap(\.self)))
      }
    }
    return found
  }

  /// Not one byte of a change can differ: read alone, for the hash in the name says so.
  @Test func everyByteOfEveryChange() throws {
    for file in try Stage().now.ledger {
      for offset in file.bytes.indices {
        var altered = file
        altered.bytes[offset] ^= 1
        #expect(throws: VaultFault.self, "\(file.name) at \(offset)") {
          try SignedChange.read(altered)
        }
      }
    }
  }

  /// The same with the name that goes with the altered content: the signature says so.
  @Test func oneByteInEachTokenUnderTheRightName() throws {
    let stage = try Stage().now
    var (count, readable) = (0, 0)
    for (index, file) in stage.ledger.enumerated() {
      for offset in Self.tokenOffsets(file.bytes) {
        var altered = file
        altered.bytes[offset] = Self.other(file.bytes[offset])
        guard let name = Self.rightName(of: altered) else { continue }
        var ledger = stage.ledger
        ledger[index] = LedgerFile(name: name, bytes: altered.bytes)
        count += 1
        guard (try? SignedChange.read(ledger[index])) != nil else { continue }
        readable += 1
        #expect(!LedgerReplay(Ledger(ledger)).faults.isEmpty, "\(file.name) at \(offset)")
      }
    }
    #expect(count > 500 && readable > 100)
  }

  /// The offsets of the first and a middle byte of each token.
  private static func tokenOffsets(_ bytes: [UInt8]) -> [Int] {
    var offsets: [Int] = []
    var start = 0
    for offset in bytes.indices where offset > 0 {
      guard isWord(bytes[offset]) != isWord(bytes[offset - 1]) else { continue }
      offsets += start + 1 < offset ? [start, (start + offset) / 2] : [start]
      start = offset
    }
    return offsets
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || ASCII.isLowercase(byte) || ASCII.isLowercase(byte | 0x20)
  }

  /// Another byte of the same class, so that as much as possible stays readable.
  private static func other(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "9"), UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "f"): byte - 1
    default: byte + 1
    }
  }

  private static func rightName(of file: LedgerFile) -> String? {
    guard file.name.count > 14 else { return nil }
    let hash = SHA256.hash(file.bytes).hex.prefix(8)
    return "\(file.name.dropLast(14))\(hash).jsonl"
  }

  @Test func everyChangeFileAsAWhole() throws {
    let stage = try Stage()
    let ledger = stage.now.ledger
    for (index, file) in ledger.enumerated() {
      var fixture = stage.now
      fixture.ledger.remove(at: index)
      #expect(!fixture.verification.isSound, "\(file.name) deleted")
      fixture = stage.now
      fixture.ledger[index].name = "2\(file.name.dropFirst())x".replacing("T", with: "t")
      #expect(!fixture.verification.isSound, "\(file.name) renamed")
      fixture = stage.now
      fixture.ledger.append(LedgerFile(name: "copy-\(file.name)", bytes: file.bytes))
      #expect(fixture.faultKinds == [.changeAltered], "\(file.name) doubled")
      fixture = stage.now
      let other = ledger[(index + 1) % ledger.count]
      fixture.ledger[index].bytes = other.bytes
      #expect(fixture.faultKinds.contains(.changeAltered), "\(file.name) replaced")
    }
  }

  // MARK: Entries

  @Test(arguments: EntityKind.allCases)
  func everyFieldOfEveryEntry(_ kind: EntityKind) throws {
    let stage = try Stage()
    let nodes = stage.now.entries(kind).map(\.node)
    let old = Dictionary(
      uniqueKeysWithValues: stage.before.entries(kind).map { ($0.id ?? "", $0.node) })
    for (index, node) in nodes.enumerated() {
      let entry = SealedEntry(kind, index: index, node)
      let sibling = nodes[(index + 1) % nodes.count]
      for field in kind.file.shape.fields.map(\.key) {
        for (what, tampered) in Self.fieldTamperings(node, field, sibling, old[entry.id ?? ""]) {
          guard !tampered.isEqual(to: node) else { continue }
          var fixture = stage.now
          var others = nodes
          others[index] = tampered
          fixture.replaceEntries(kind, others)
          Self.expect(fixture, entry, field, what)
        }
      }
      guard let old = old[entry.id ?? ""], !old.isEqual(to: node) else { continue }
      var fixture = stage.now
      var others = nodes
      others[index] = old
      fixture.replaceEntries(kind, others)
      #expect(fixture.faultKinds == [.valueEdited], "\(entry.shownName) as it was")
    }
  }

  private static func fieldTamperings(
    _ node: Node, _ field: String, _ sibling: Node, _ old: Node?
  ) -> [(String, Node)] {
    var found: [(String, Node)] = []
    func setting(_ value: Node?) -> Node {
      var node = node
      node.setMember(field, value)
      return node
    }
    if let value = node[field] {
      found = [
        ("removed", node.without(field)), ("renamed", node.renaming(field, to: field + "_x")),
        ("null", setting(Node(.null))), ("a list", setting(Node(.array([value])))),
      ]
      if let other = value.other { found.append(("changed", setting(other))) }
      let doubled = node.members + [Node.Member(key: field, value: value.other ?? "x")]
      found.append(("doubled", Node(.object(doubled))))
    } else {
      found = [("added", setting("x"))]
    }
    found.append(("that of another entry", setting(sibling[field])))
    if let old { found.append(("as it was", setting(old[field]))) }
    return found
  }

  private static func expect(
    _ fixture: VaultFixture, _ entry: SealedEntry, _ field: String, _ what: String
  ) {
    let kinds = fixture.faultKinds
    let message: Comment = "\(entry.shownName) \(field) \(what): \(kinds)"
    let isPlain = entry.node["encrypted_value"]?.text == "plain:info"
    if EntityDigest.uncovered.contains(field) {
      // A field with a name of its own is none of the covered ones.
      if what == "renamed" { return }
      #expect(kinds.isEmpty, message)
    } else if isPlain {
      if what == "that of another entry" { return }
      #expect(kinds.isSubset(of: [.valueEdited, .entryAdded]), message)
    } else {
      #expect(!kinds.isEmpty, message)
      guard what == "changed" else { return }
      let expected: Set<VaultFault.Kind> =
        switch field {
        case "encrypted_value": [.valueEdited]
        case "id": [.entryAdded, .entryRemoved]
        case "is_secret": [.secretMadePlain]
        default: [.fieldEdited]
        }
      #expect(kinds == expected || kinds == [.fieldEdited, .malformed], message)
    }
  }

  @Test(arguments: EntityKind.allCases)
  func everyEntryAsAWhole(_ kind: EntityKind) throws {
    let stage = try Stage().now
    let nodes = stage.entries(kind).map(\.node)
    for (index, node) in nodes.enumerated() {
      let isPlain = node["encrypted_value"]?.text == "plain:info"
      var fixture = stage
      var others = nodes
      others.remove(at: index)
      fixture.replaceEntries(kind, others)
      #expect(fixture.faultKinds == (isPlain ? [] : [.entryRemoved]))
      fixture.replaceEntries(kind, nodes + [node])
      #expect(fixture.faultKinds == [.entryAdded])
      others = nodes
      others.swapAt(index, 0)
      fixture.replaceEntries(kind, others)
      #expect(fixture.faultKinds == [])
    }
  }
}

extension [UInt8] {
  fileprivate func inserting(_ byte: UInt8, after lines: ArraySlice<[UInt8]>) -> [UInt8] {
    let offset = lines.map(\.count).reduce(0, +) + 1
    return Array(prefix(offset)) + [byte] + dropFirst(offset)
  }
}
