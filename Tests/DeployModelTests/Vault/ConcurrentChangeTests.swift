import Documents
import Testing

@testable import DeployModel

/// What two branches make of one vault, and what git makes of the two.
@Suite struct ConcurrentChangeTests {
  @Test func onePersonsTwoBranchesMergeCleanly() throws {
    let base = try VaultFixture.stage()
    var (ours, theirs) = (base, base)
    try ours.set("stripe", value: "sk_live_3")
    try theirs.set("supabase", value: "pg_2")
    var merged = try VaultFixture.merge(ours, theirs, from: base)
    #expect(merged.verification.faults == [])
    #expect(merged.tips.count == 2)
    #expect(try merged.reveal("stripe") == "sk_live_3")
    #expect(try merged.reveal("supabase") == "pg_2")
    try merged.set("stripe", value: "sk_live_4")
    #expect(merged.verification.faults == [])
    #expect(merged.tips.count == 1)
  }

  @Test func aRemovalAtTheSameTimeAsASetMergesCleanly() throws {
    let base = try VaultFixture.stage()
    var (ours, theirs) = (base, base)
    try ours.change(as: "anna") { try $0.removeMember("bob") }
    try theirs.set("mailgun", "staging", category: "email", value: "mg", as: "carol")
    var merged = try VaultFixture.merge(ours, theirs, from: base)
    #expect(merged.verification.faults == [])
    #expect(merged.noticeKinds == [.retiredKey])
    #expect(try merged.reveal("mailgun", "staging") == "mg")
    try merged.change(as: "anna") { try $0.rotateAllKeys() }
    #expect(merged.verification.faults == [])
    #expect(merged.noticeKinds == [])
  }

  @Test func theSameEntityOnBothSidesIsAConflict() throws {
    let base = try VaultFixture.stage()
    var (ours, theirs) = (base, base)
    try ours.set("stripe", value: "a")
    let entry = try base.entry("stripe")
    try theirs.change(as: "carol") { try $0.remove(entry) }
    let merged = try VaultFixture.merge(ours, theirs, from: base)
    #expect(merged.faultKinds == [.conflict])
  }

  /// Someone joins on one branch while the other makes a key that they are cleared for.
  @Test func aKeyMadeWhileSomeoneJoinsIsMendedByRotatingKeys() throws {
    let base = try VaultFixture.stage()
    var (ours, theirs) = (base, base)
    try ours.join("dora", grants: ["read_only:ai:*"])
    try theirs.set("openai", category: "ai", value: "sk-1", as: "carol")
    var merged = try VaultFixture.merge(ours, theirs, from: base)
    #expect(merged.verification.faults == [])
    #expect(merged.noticeKinds == [.wrapsBehind])
    try merged.change(as: "anna") { try $0.rotateAllKeys() }
    #expect(merged.verification.faults == [])
    #expect(merged.noticeKinds == [])
    #expect(try merged.reveal("openai", as: "dora") == "sk-1")
  }

  /// It is no excuse for a wrap that neither branch would have made.
  @Test func aWrapThatNoBranchKnewIsNoticed() throws {
    let base = try VaultFixture.stage()
    var (ours, theirs) = (base, base)
    try ours.join("dora", grants: ["read_only:email:*"])
    try theirs.forge(by: "carol") { draft in
      let node = VaultFixture.credential(
        "openai", "production", category: "ai", level: "read_only")
      draft.manifest.members[2].grants = [try Grant("admin:*:*")]
      try draft.put(node, .credential, over: nil, value: .secret(Secret("x")), .created)
      draft.manifest.members[2].grants = draft.vault.verified.manifest.members[2].grants
    }
    #expect(theirs.faultKinds == [.keySwapped])
    let merged = try VaultFixture.merge(ours, theirs, from: base)
    #expect(merged.faultKinds == [.keySwapped])
  }

  // MARK: Anything at once

  @Test(arguments: 0..<24)
  func branchesMergeCleanlyUnlessTheyTouchTheSame(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let base = try VaultFixture.stage()
    var (ours, theirs) = (base, base)
    for index in 0..<random.next(upTo: 4) + 1 {
      try Self.act(&ours, "o\(index)", &random)
    }
    for index in 0..<random.next(upTo: 4) + 1 {
      try Self.act(&theirs, "t\(index)", &random)
    }
    #expect(ours.verification.faults == [] && theirs.verification.faults == [])
    var merged = try VaultFixture.merge(ours, theirs, from: base)
    let isContradicted = Self.contradictions(ours, theirs, base)
    #expect(
      merged.faultKinds == (isContradicted ? [.conflict] : []),
      "\(merged.verification.faults.map(\.message))")
    let mirrored = try VaultFixture.merge(theirs, ours, from: base)
    #expect(mirrored.faultKinds == merged.faultKinds)
    guard !isContradicted else { return }
    for entry in merged.entries(.credential) + merged.entries(.variable) {
      guard case .sealed = entry.value else { continue }
      #expect(throws: Never.self) { try merged.open(as: "anna").reveal(entry) }
    }
    try merged.change(as: "olga") { try $0.rotateAllKeys() }
    #expect(merged.verification.faults == [] && merged.noticeKinds == [])
  }

  private static func act(
    _ fixture: inout VaultFixture, _ name: String, _ random: inout SeededRandom
  ) throws {
    let author = ["anna", "olga", "carol"][random.next(upTo: 3)]
    let owner = ["anna", "olga"][random.next(upTo: 2)]
    let category = ["payment", "email", "ai", "hosting"][random.next(upTo: 4)]
    let entries = fixture.entries(.credential)
    let entry = entries[random.next(upTo: entries.count)]
    switch random.next(upTo: 12) {
    case 0...2: try fixture.set("new-\(name)", category: category, value: name, as: author)
    case 3...5:
      try fixture.change(as: author) { draft in
        try draft.put(
          entry.node, .credential, over: entry, value: .secret(Secret(name)), .set)
      }
    case 6: try fixture.change(as: author) { try $0.remove(entry) }
    case 7: try fixture.setVariable("NEW_\(name.uppercased())", .secret(Secret(name)), as: author)
    case 8: try fixture.setVariable("API_KEY", .secret(Secret(name)), as: author)
    case 9: try fixture.join("m-\(name)", grants: ["read_only:\(category):*"])
    case 10:
      let grants = [try Grant("read_only:\(category):*")]
      guard try fixture.manifest.member("bob")?.grants != grants else { return }
      try fixture.change(as: owner) { try $0.change("bob", grants: grants, isOwner: false) }
    default:
      var settings = try fixture.manifest.settings
      settings.keep = random.next(upTo: 50)
      let wanted = settings
      guard try wanted != fixture.manifest.settings else { return }
      try fixture.change(as: owner) { try $0.change(wanted) }
    }
  }

  /// Whether both sides have changed an entity, and not to the same.
  private static func contradictions(
    _ ours: VaultFixture, _ theirs: VaultFixture, _ base: VaultFixture
  ) -> Bool {
    let (left, right) = (ours.verification.state, theirs.verification.state)
    let old = base.verification.state
    return left.entities.contains { key, history in
      guard let their = right.entities[key] else { return false }
      let before = old.entities[key]?.heads.map(\.position)
      return history.heads.map(\.position) != before && their.heads.map(\.position) != before
        && history.last?.record.digest != their.last?.record.digest
    }
  }
}

/// Random numbers that are the same in every run.
struct SeededRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next(upTo limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
