import DeployModel
import Documents

/// What a change of members or keys has done to the keys and to what they seal.
struct KeyChangeSummary {
  /// Compartments that have a new data key.
  let newKeys: Int
  /// Values that are sealed under other keys than before.
  let sealedAnew: Int

  /// - Parameter change: Nothing if nothing was changed.
  init(_ change: FinishedChange?) {
    let records = change?.change.change.records ?? []
    newKeys = records.count { $0.action == .keyCreated }
    sealedAnew = records.count { $0.action == .resealed }
  }

  var text: String {
    "made new keys for \(Counted(newKeys, "compartment")), sealed "
      + "\(Counted(sealedAnew, "value")) anew\n"
  }

  /// Adds the numbers to an object.
  func add(to node: inout Node) {
    node.setMember("new_keys", Node(integerLiteral: newKeys))
    node.setMember("sealed_anew", Node(integerLiteral: sealedAnew))
  }
}
