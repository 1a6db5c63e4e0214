import Documents
import Foundation
import Testing

@testable import DeployModel

/// A signature under all that is appended at once vouches for each of its lines.
@Suite struct ReadLogTests {
  private let scratch: ScratchFolder
  private let identity: Identity
  private let vault = SHA256.hash(Array("vault".utf8))
  private var path: String { scratch.path + "/anna-00000000.jsonl" }

  init() throws {
    scratch = try ScratchFolder()
    identity = try Identity.generate()
  }

  private func records(_ names: [String], by member: String = "anna") throws -> [ReadRecord] {
    try names.map { name in
      ReadRecord(
        vault: vault, member: try MemberName(member), clone: "00000000",
        time: Timestamp(secondsSinceEpoch: 1_795_392_000), action: .exported, type: .variable,
        id: "6f1b1a52-1c7e-4e0c-9d0f-3a6b5c4d2e10", name: name, revision: 1,
        compartment: Compartment(.production, .variable, "api", .readOnly))
    }
  }

  private func log(_ appends: [String]...) throws -> [String] {
    let log = ReadLog(path: path, FileSystem())
    for names in appends { try log.append(try records(names), signedBy: identity) }
    return try log.lines()
  }

  private func faults(_ lines: [String]) -> [String] {
    let keys = [identity.publicKeys.signing]
    return ReadLogReview(lines, vault: vault) { $0.text == "anna" ? keys : [] }.faults
  }

  @Test func whatIsAppendedAtOnceHasOneSignature() throws {
    let lines = try log(["A", "B", "C"], ["D"], ["E", "F"])
    #expect(
      lines.map { $0.contains("\"signature\"") } == [false, false, true, true, false, true])
    #expect(faults(lines) == [])
  }

  @Test func aLineThatIsAlteredTakenOutOrMovedIsNoticed() throws {
    let lines = try log(["A", "B", "C"], ["D", "E"])
    for index in lines.indices {
      var altered = lines
      altered[index] = lines[index].replacing("\"rev\":1", with: "\"rev\":2")
      #expect(!faults(altered).isEmpty, "altered \(index)")
      var shorter = lines
      shorter.remove(at: index)
      #expect(!faults(shorter).isEmpty, "without \(index)")
      var moved = lines
      moved.append(moved.remove(at: index))
      #expect(index == lines.count - 1 || !faults(moved).isEmpty, "moved \(index)")
    }
  }

  @Test func linesWithoutASignatureBelowAreNamed() throws {
    let lines = try log(["A", "B", "C"])
    #expect(faults(Array(lines.prefix(2))) == ["lines 1 to 2 have no signature below"])
    #expect(faults(Array(lines.prefix(1))) == ["line 1 has no signature below"])
  }

  @Test func aRunThatWasKilledIsVouchedForByTheNextOne() throws {
    let cut = try Array(log(["A", "B", "C"]).prefix(2))
    try Data(cut.map { $0 + "\n" }.joined().utf8).write(to: URL(filePath: path))
    #expect(try faults(log(["D"])) == [])
  }

  @Test func nobodyVouchesForAnothersLines() throws {
    let other = try records(["A"], by: "ben")[0].content
    let chained = try ReadLog.chained(records(["B"]), after: other[...], signedBy: identity)
    let forged = [String(decoding: other, as: UTF8.self)]
    let own = String(decoding: chained, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(faults(forged + own).contains { $0.contains("vouches for no line of 'ben'") })
    let lines = try (forged + own).map { try #require(ReadLogLine($0)) }
    let unsigned = lines.unsigned(in: vault) { _ in [identity.publicKeys.signing] }
    #expect(unsigned.map(\.record.member.text) == ["ben"])
  }

  @Test func anImportTakesWholeGroupsAlone() throws {
    let lines = try log(["A", "B"], ["C", "D"]).map { try #require(ReadLogLine($0)) }
    let keys = { (_: MemberName) in [identity.publicKeys.signing] }
    #expect(lines.unsigned(in: vault, keys).isEmpty)
    #expect(Array(lines.dropFirst()).unsigned(in: vault, keys).isEmpty)
    let cut = Array(lines.dropLast())
    #expect(cut.unsigned(in: vault, keys).map(\.record.name) == ["C"])
    #expect(lines.unsigned(in: SHA256.hash([1]), keys).count == 4)
  }

  @Test func runsThatWentOnAtTheSameTimeAreToldApart() throws {
    let runs = try [["A", "B", "C"], ["D", "E", "F"]].map { names in
      let bytes = try ReadLog.chained(records(names), after: nil, signedBy: identity)
      return try String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .map { try #require(ReadLogLine(String($0))) }
    }
    let keys = { (_: MemberName) in [identity.publicKeys.signing] }
    let mixed = zip(runs[0], runs[1]).flatMap { [$0, $1] }
    #expect(!mixed.unsigned(in: vault, keys).isEmpty)
    #expect(mixed.inChains.map(\.record.name) == ["A", "B", "C", "D", "E", "F"])
    #expect(mixed.inChains.unsigned(in: vault, keys).isEmpty)
    // Whatever the order, and however often the same log is given.
    #expect((mixed.reversed() + mixed).inChains.unsigned(in: vault, keys).isEmpty)
    #expect((mixed.reversed() + mixed).inChains.count == 6)
    // What lost a line is not vouched for, and the other run is.
    let torn = mixed.filter { $0.record.name != "B" }.inChains
    #expect(torn.unsigned(in: vault, keys).map(\.record.name) == ["A"])
    #expect(torn.map(\.record.name) == ["A", "D", "E", "F", "C"])
  }
}
