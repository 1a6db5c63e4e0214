import Documents
import FoundationEssentials
import Testing

@testable import DeployModel

@Suite struct EventTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func event(_ occasion: String, at seconds: Int64 = 0, id: String = "1") -> Event {
    Event(
      .rotationDue, at: Timestamp(secondsSinceEpoch: 1_795_392_000 + seconds), .production,
      about: Event.Subject(kind: "CredentialManager", name: "stripe", id: id), on: occasion,
      .warning,
      "'stripe' is due", details: [.init("due", occasion)])
  }

  private func write(_ events: [Event]) throws -> Int {
    var transaction = Transaction(folder: scratch.path, FileSystem())
    let count = try EventFolder(scratch.path, FileSystem()).plan(events, in: &transaction)
    if count > 0 { try transaction.commit() }
    return count
  }

  @Test func anEventIsWrittenOnceHoweverOftenItIsQueued() throws {
    #expect(try write([event("2026-11-20"), event("2026-11-21"), event("2026-11-20")]) == 2)
    #expect(try write([event("2026-11-20", at: 86_400), event("2026-11-22", at: 86_400)]) == 1)
    #expect(try write([event("2026-11-22")]) == 0)
    #expect(try write([event("2026-11-22", id: "2")]) == 1)
    #expect(try FileSystem().names(in: scratch.path + "/events")?.count == 4)
  }

  /// The time says no more than the second.
  @Test func eventsOfASecondStandInTheOrderOfTheirMaking() throws {
    let occasions = (1...30).map { "\($0)" }
    #expect(try write(occasions.prefix(10).map { event($0) }) == 10)
    for occasion in occasions[10..<29] { #expect(try write([event(occasion)]) == 1) }
    #expect(try write([event("30", at: 1)]) == 1)
    let folder = scratch.path + "/events"
    let nodes = try (FileSystem().names(in: folder) ?? []).sorted().map { name in
      let bytes = try FileSystem().contents(of: "\(folder)/\(name)", limit: 10_000)
      var diagnostics: [Diagnostic] = []
      let text = String(decoding: try #require(bytes), as: UTF8.self)
      return try #require(JSONReader.read(SourceText(name: name, text), &diagnostics))
    }
    #expect(nodes.map { $0["details"]?["due"]?.text } == occasions)
    let ids = nodes.compactMap { $0["id"]?.text }
    #expect(ids == ids.sorted() && Set(ids).count == 30)
  }

  @Test func theEnvelopeIsThatOfTheDocument() throws {
    let node = event("2026-11-20").node(1)
    #expect(
      node.members.map(\.key) == [
        "schema", "id", "type", "at", "environment", "subject", "severity", "summary", "details",
        "dedupe_key",
      ])
    #expect(node["schema"]?.text == "flyconf.event/1")
    #expect(node["type"]?.text == "secret.rotation_due")
    #expect(
      node["dedupe_key"]?.text == "secret.rotation_due:production:stripe:2026-11-20:1")
  }

  /// https://github.com/ulid/spec: the time comes first, in 10 characters of Crockford's base32.
  @Test func theIDIsAULIDOfTheTime() throws {
    let text = ULID.text(milliseconds: 1_469_918_176_385, [UInt8](repeating: 0xff, count: 10))
    #expect(text == "01ARYZ6S41" + String(repeating: "Z", count: 16))
    #expect(
      ULID.text(milliseconds: (1 << 48) - 1, [UInt8](repeating: 0, count: 10))
        == "7ZZZZZZZZZ" + String(repeating: "0", count: 16))
    #expect(event("a").node(1)["id"]?.text == event("a").node(1)["id"]?.text)
    #expect(event("a").node(1)["id"]?.text != event("b").node(1)["id"]?.text)
  }

  @Test func aChangeWritesItsEventsInItsOwnTransaction() throws {
    var fixture = try VaultFixture()
    try fixture.join("bob", grants: ["read_only:payment:production"])
    try fixture.set("stripe", value: "sk_1")
    fixture.now = fixture.now.adding(seconds: 86_400)
    let removal = try fixture.change(as: "anna") { try $0.removeMember("bob") }
    #expect(removal.events.map(\.kind) == [.exposed])
    #expect(removal.events.map(\.subject.name) == ["bob"])
    let rotation = try fixture.change(as: "anna") { draft in
      let entry = try DraftedCredentialTests.entry("stripe", draft)
      _ = try draft.rotate(entry, to: Secret("sk_2"), supersededID: UUID())
    }
    #expect(rotation.events.map(\.kind) == [.rotated])
    let text = (removal.events + rotation.events).map { JSONWriter.document($0.node(1)) }.joined()
    #expect(!text.contains("sk_1") && !text.contains("sk_2") && !text.contains("fc1."))
  }
}
