extension StateWriter {
  /// Every part of what a ledger says; the same state gives the same bytes.
  mutating func write(_ state: LedgerState) {
    write(state.hashes) { $0.write($1) }
    write(state.graph.runs) { writer, run in
      writer.write(run.parents) { $0.write($1) }
      writer.write(run.following)
    }
    write(state.founding) { $0.write($1) }
    write(state.tips) { writer, tip in
      writer.write(tip.hash)
      writer.write(tip.time)
      writer.write(tip.position)
    }
    write(state.entities.sorted { $0.key.isBefore($1.key) }) { writer, entity in
      writer.write(entity.key.type.rawValue)
      writer.write(entity.key.id)
      writer.write(entity.value)
    }
    write(state.members.sorted { $0.key < $1.key }) { writer, member in
      writer.write(member.key)
      writer.write(member.value.entries) { $0.write($1) }
    }
    write(state.keysMade.sorted { $0.key < $1.key }) { writer, keys in
      writer.write(keys.key)
      writer.write(keys.value) { writer, key in
        writer.write(key.position)
        writer.write(key.identifier)
      }
    }
    write(state.admitted.sorted()) { $0.write($1) }
  }
}

extension EntityKey {
  fileprivate func isBefore(_ other: EntityKey) -> Bool {
    id == other.id ? type.rawValue < other.type.rawValue : id < other.id
  }
}

extension StateReader {
  mutating func state() throws(Malformed) -> LedgerState {
    var state = LedgerState()
    state.hashes = try list { reader throws(Malformed) in try reader.hash() }
    state.graph = try graph(count: state.hashes.count)
    state.founding = try optional { reader throws(Malformed) in try reader.hash() }
    state.tips = try list { reader throws(Malformed) in
      LedgerState.Tip(
        hash: try reader.hash(), time: try reader.time(), position: try reader.number())
    }
    state.entities = try dictionary { reader throws(Malformed) in
      let type = try reader.word(RecordType.init(rawValue:))
      return (EntityKey(type: type, id: try reader.text()), try reader.history())
    }
    state.members = try dictionary { reader throws(Malformed) in
      (try reader.text(), try reader.memberHistory())
    }
    state.keysMade = try dictionary { reader throws(Malformed) in
      let compartment = try reader.compartment()
      let keys = try reader.list { reader throws(Malformed) in
        LedgerState.KeyMade(position: try reader.number(), identifier: try reader.text())
      }
      return (compartment, keys)
    }
    state.admitted = Set(try list { reader throws(Malformed) in try reader.text() })
    guard state.hasValidPositions else { throw Malformed() }
    return state
  }

  private mutating func graph(count: Int) throws(Malformed) -> LedgerGraph {
    let runs = try list { reader throws(Malformed) in
      LedgerGraph.Run(
        parents: try reader.list { reader throws(Malformed) in try reader.number() },
        following: try reader.number())
    }
    guard let graph = LedgerGraph(runs: runs, count: count) else { throw Malformed() }
    return graph
  }

  private mutating func dictionary<Key: Hashable, Value>(
    _ read: (inout StateReader) throws(Malformed) -> (Key, Value)
  ) throws(Malformed) -> [Key: Value] {
    let pairs = try list(read)
    var values = [Key: Value](minimumCapacity: pairs.count)
    for (key, value) in pairs {
      guard values.updateValue(value, forKey: key) == nil else { throw Malformed() }
    }
    return values
  }
}

extension LedgerState {
  /// Whether everything points to a change that there is.
  fileprivate var hasValidPositions: Bool {
    let places = 0..<changeCount
    return tips.allSatisfy { places.contains($0.position) }
      && entities.values.allSatisfy { history in
        history.heads.allSatisfy { places.contains($0.position) }
          && history.compartments.allSatisfy { places.contains($0.position) }
      }
      && members.values.allSatisfy { $0.entries.allSatisfy { places.contains($0.position) } }
      && keysMade.values.allSatisfy { $0.allSatisfy { places.contains($0.position) } }
  }
}
