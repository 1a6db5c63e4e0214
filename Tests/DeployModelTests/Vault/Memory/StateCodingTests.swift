import Documents
import Testing

@testable import DeployModel

@Suite struct StateCodingTests {
  private func bytes(_ state: LedgerState) -> [UInt8] {
    var writer = StateWriter()
    writer.write(state)
    return writer.bytes
  }

  private func state(_ bytes: [UInt8]) -> LedgerState? {
    var reader = StateReader(bytes, from: 0, to: bytes.count)
    guard let state = try? reader.state(), reader.isAtEnd else { return nil }
    return state
  }

  /// A vault in which everything has happened that leaves a trace in the state.
  private func eventful() throws -> VaultFixture {
    var fixture = try VaultFixture()
    try fixture.join("ben", grants: ["read_write:payment:production,staging"])
    try fixture.join("ci", grants: ["read_only:*:*"], isService: true)
    try fixture.set("stripe", value: "one")
    try fixture.set("stripe", value: "two", as: "ben")
    try fixture.set("stripe", "staging", value: "three")
    try fixture.change(as: "anna") { draft in
      let entries = draft.vault.verified.entries(.credential)
      let entry = entries.first { $0.compartment?.environment == .staging }
      try draft.remove(try #require(entry), reason: "no longer in use: \"ü\"")
    }
    try fixture.change(as: "anna") { try $0.removeMember("ben") }
    return fixture
  }

  /// Many entities are encoded by another thread, few when the bytes are asked for.
  @Test func theBytesAreTheSameWhereverTheyAreMade() throws {
    var state = try eventful().verification.state
    let history = try #require(state.entities.values.first)
    #expect(EncodedState.begin(state).bytes == bytes(state))
    for number in 0...ParallelWork.partSize {
      state.entities[EntityKey(type: .variable, id: "\(number)")] = history
    }
    let begun = EncodedState.begin(state)
    #expect(begun.bytes == bytes(state) && begun.bytes == EncodedState(state).bytes)
    #expect(begun.changeCount == state.changeCount)
  }

  @Test func everythingComesBack() throws {
    let fixture = try eventful()
    let state = fixture.verification.state
    let again = try #require(self.state(bytes(state)))
    #expect(bytes(again) == bytes(state))
    #expect(VaultVerification(fixture.files, again).faults == [])
    #expect(again.founding == state.founding)
    #expect(again.tips.map(\.hash) == state.tips.map(\.hash))
    #expect(again.tips.map(\.time) == state.tips.map(\.time))
    #expect(again.entities.keys == state.entities.keys)
    for (key, history) in state.entities {
      let other = try #require(again.entities[key])
      #expect(other.heads.map(\.record.digest) == history.heads.map(\.record.digest))
      #expect(other.heads.map(\.record.reason) == history.heads.map(\.record.reason))
      #expect(other.heads.map(\.record.member) == history.heads.map(\.record.member))
      #expect(other.heads.map(\.record.valueMark) == history.heads.map(\.record.valueMark))
      #expect(other.heads.map(\.position) == history.heads.map(\.position))
      #expect(other.lastValueChange?.author == history.lastValueChange?.author)
      #expect(other.lastValueChange?.time == history.lastValueChange?.time)
      #expect(other.compartments.map(\.compartment) == history.compartments.map(\.compartment))
      #expect(other.compartments.map(\.position) == history.compartments.map(\.position))
    }
    for (name, history) in state.members {
      let other = try #require(again.members[name])
      #expect(other.entries.map(\.member) == history.entries.map(\.member))
      #expect(other.entries.map(\.isNarrowing) == history.entries.map(\.isNarrowing))
      #expect(other.entries.map(\.position) == history.entries.map(\.position))
    }
    let keys = state.keysMade.mapValues { $0.map(\.identifier) }
    #expect(again.keysMade.mapValues { $0.map(\.identifier) } == keys)
  }

  @Test func admittedChangesComeBack() throws {
    var state = try VaultFixture().verification.state
    state.admitted = ["aa", "bb"]
    #expect(self.state(bytes(state))?.admitted == ["aa", "bb"])
  }

  @Test func theNextChangeCanBeMadeFromIt() throws {
    var fixture = try eventful()
    let state = try #require(self.state(bytes(fixture.verification.state)))
    let ledger = try fixture.files.ledger.files()
    fixture.files.ledger = .known(KnownLedger(state) { ledger })
    try fixture.set("stripe", value: "four")
    #expect(try fixture.reveal("stripe") == "four")
    #expect(try fixture.files.ledger.files().count == ledger.count + 1)
    fixture.files.ledger = .files(try fixture.files.ledger.files())
    #expect(fixture.verification.faults == [])
  }

  @Test func aLedgerThatWasAlteredSinceIsNotGivenOut() throws {
    let fixture = try eventful()
    let ledger = try fixture.files.ledger.files()
    var files = fixture.files
    files.ledger = .known(KnownLedger(fixture.verification.state) { ledger })
    #expect(try VerifiedVault(files).ledger().changes.count == ledger.count)
    files.ledger = .known(KnownLedger(fixture.verification.state) { ledger.dropLast() })
    let verified = try VerifiedVault(files)
    #expect(throws: FileError.self) { try verified.ledger() }
  }

  @Test func whatIsCutOffIsNoState() throws {
    let bytes = bytes(try eventful().verification.state)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(state(Array(bytes.prefix(length))) == nil)
    }
    #expect(state(bytes + [0]) == nil)
  }

  @Test func noByteThatIsOffMakesItCrash() throws {
    let bytes = bytes(try eventful().verification.state)
    for index in stride(from: 0, to: bytes.count, by: 3) {
      for value: UInt8 in [0, 0x7F, 0xFF] {
        var other = bytes
        other[index] = value
        _ = state(other)
      }
    }
  }
}
