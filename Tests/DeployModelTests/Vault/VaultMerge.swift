import Documents

@testable import DeployModel

/// What git makes of two branches, and a person of the text conflicts that are left.
extension VaultFixture {
  /// Merges two branches that began at a common vault.
  ///
  /// Files of the ledger are united. Entities that one side alone has changed are taken from it;
  /// of those that both have changed, the first side's stays.
  static func merge(
    _ ours: VaultFixture, _ theirs: VaultFixture, from base: VaultFixture
  ) throws -> VaultFixture {
    var merged = ours
    merged.now = max(ours.now, theirs.now)
    merged.identities = ours.identities.merging(theirs.identities) { ours, _ in ours }
    let present = Set(ours.ledger.map(\.name))
    merged.ledger += theirs.ledger.filter { !present.contains($0.name) }
    merged.ledger.sort { $0.name < $1.name }
    try mergeManifest(&merged, ours, theirs, base)
    for kind in EntityKind.allCases {
      let (left, right, old) = (ours.nodes(kind), theirs.nodes(kind), base.nodes(kind))
      let nodes = merge(left, right, old) { $0.text == $1.text }
      if !nodes.isEmpty || !left.isEmpty { merged.replaceEntries(kind, nodes.map(\.node)) }
    }
    return merged
  }

  private static func mergeManifest(
    _ merged: inout VaultFixture, _ ours: VaultFixture, _ theirs: VaultFixture,
    _ base: VaultFixture
  ) throws {
    let (left, right, old) = (try ours.manifest, try theirs.manifest, try base.manifest)
    try merged.editManifest { manifest in
      manifest.members = merge(left.members, right.members, old.members) { $0 == $1 }
      manifest.keyring = merge(left.keyring, right.keyring, old.keyring) { $0 == $1 }
      manifest.settings = left.settings == old.settings ? right.settings : left.settings
    }
  }

  /// An entry with its id.
  struct Identified {
    var id: String
    var node: Node
    var text: String { JSONWriter.line(node) }
  }

  private func nodes(_ kind: EntityKind) -> [Identified] {
    entries(kind).map { Identified(id: $0.id ?? "", node: $0.node) }
  }

  private static func merge<Element: MergedElement>(
    _ ours: [Element], _ theirs: [Element], _ base: [Element],
    _ isSame: (Element, Element) -> Bool
  ) -> [Element] {
    func of(_ list: [Element], _ id: String) -> Element? { list.first { $0.id == id } }
    var merged: [Element] = []
    for element in ours {
      let (their, old) = (of(theirs, element.id), of(base, element.id))
      guard let old, isSame(old, element) else {
        merged.append(element)
        continue
      }
      if let their { merged.append(their) }
    }
    return merged
      + theirs.filter { their in
        guard of(ours, their.id) == nil else { return false }
        return of(base, their.id).map { !isSame($0, their) } ?? true
      }
  }
}

/// What a merge knows by an id.
protocol MergedElement {
  var id: String { get }
}

extension Member: MergedElement {}
extension DataKeyEntry: MergedElement {}
extension VaultFixture.Identified: MergedElement {}
