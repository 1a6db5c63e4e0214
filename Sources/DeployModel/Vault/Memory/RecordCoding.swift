import Documents

extension StateWriter {
  mutating func write(_ record: ChangeRecord) {
    write(record.action.rawValue)
    write(record.type.rawValue)
    write(record.id)
    write(record.name) { $0.write($1) }
    write(record.revision)
    write(record.digest) { $0.write($1) }
    write(record.valueMark) { $0.write($1.bits) }
    write(record.compartment) { $0.write($1) }
    write(record.reason) { $0.write($1) }
    write(record.member) { $0.write($1) }
  }

  /// As JSON, the form that is compared with the member's digest: there are few of them.
  mutating func write(_ member: Member) { write(JSONWriter.line(member.node)) }

  mutating func write(_ entry: EntityHistory.Entry) {
    write(entry.record)
    write(entry.position)
    write(entry.author)
    write(entry.time)
  }

  mutating func write(_ history: EntityHistory) {
    write(history.heads) { $0.write($1) }
    write(history.compartments) { writer, place in
      writer.write(place.position)
      writer.write(place.time)
      writer.write(place.compartment)
    }
    write(history.lastValueChange) { $0.write($1) }
    write(history.valueChanges) { $0.write($1) }
    write(history.supersededValueChanges) { $0.write($1) { $0.write($1) } }
  }

  mutating func write(_ change: EntityHistory.ValueChange) {
    write(change.position)
    write(change.author)
    write(change.time)
  }

  mutating func write(_ entry: MemberHistory.Entry) {
    write(entry.position)
    write(entry.time)
    write(entry.member)
    write(entry.isNarrowing)
  }
}

extension StateReader {
  mutating func record() throws(Malformed) -> ChangeRecord {
    let action = try word(ChangeAction.init(rawValue:))
    let type = try word(RecordType.init(rawValue:))
    let id = try text()
    let name = try optional { reader throws(Malformed) in try reader.text() }
    var record = ChangeRecord(
      action, type, id, name: name,
      revision: UInt64(bitPattern: Int64(try number())))
    record.digest = try optional { reader throws(Malformed) in try reader.hash() }
    record.valueMark = try optional { reader throws(Malformed) in
      ValueMark(bits: UInt64(bitPattern: Int64(try reader.number())))
    }
    record.compartment = try optional { reader throws(Malformed) in try reader.compartment() }
    record.reason = try optional { reader throws(Malformed) in try reader.text() }
    record.member = try optional { reader throws(Malformed) in try reader.member() }
    return record
  }

  mutating func member() throws(Malformed) -> Member {
    try word { text in
      var diagnostics: [Diagnostic] = []
      let node = JSONReader.read(SourceText(name: "member", text), &diagnostics)
      guard diagnostics.isEmpty else { return nil }
      return node.flatMap { Member($0) }
    }
  }

  mutating func historyEntry() throws(Malformed) -> EntityHistory.Entry {
    EntityHistory.Entry(
      record: try record(), position: try number(), author: try memberName(), time: try time())
  }

  mutating func history() throws(Malformed) -> EntityHistory {
    var history = EntityHistory()
    history.heads = try list { reader throws(Malformed) in try reader.historyEntry() }
    history.compartments = try list { reader throws(Malformed) in
      EntityHistory.Place(
        position: try reader.number(), time: try reader.time(),
        compartment: try reader.compartment())
    }
    history.lastValueChange = try optional { reader throws(Malformed) in
      try reader.valueChange()
    }
    history.valueChanges = try valueChanges()
    history.supersededValueChanges = try list { reader throws(Malformed) in
      try reader.valueChanges()
    }
    return history
  }

  private mutating func valueChanges() throws(Malformed) -> [EntityHistory.ValueChange] {
    try list { reader throws(Malformed) in try reader.valueChange() }
  }

  private mutating func valueChange() throws(Malformed) -> EntityHistory.ValueChange {
    EntityHistory.ValueChange(
      position: try number(), author: try memberName(), time: try time())
  }

  mutating func memberHistory() throws(Malformed) -> MemberHistory {
    MemberHistory(
      entries: try list { reader throws(Malformed) in
        MemberHistory.Entry(
          position: try reader.number(), time: try reader.time(),
          member: try reader.member(),
          isNarrowing: try reader.flag())
      })
  }
}
