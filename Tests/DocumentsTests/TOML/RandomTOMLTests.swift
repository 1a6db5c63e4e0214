import Testing

@testable import Documents

/// The reader and the writer on random documents, whole and damaged.
struct RandomTOMLTests {
  @Test func readsWhatTheWriterWrote() throws {
    var random = RandomTOML(seed: 31)
    for _ in 0..<3000 {
      let root = random.root()
      let text = TOMLWriter.document(root)
      let reading = TOMLReading(text)
      let document = try #require(reading.document, "\(reading.findings)\n\(text)")
      let isSame = document.root.isEqual(to: root)
      #expect(isSame, "\(JSONWriter.line(root))\n\(text)")
    }
  }

  @Test func readsARandomStyleOfEveryNode() throws {
    var random = RandomTOML(seed: 32)
    for _ in 0..<3000 {
      let root = random.root()
      let text = RandomTOMLStyle.document(root, &random.generator)
      let reading = TOMLReading(text)
      let document = try #require(reading.document, "\(reading.findings)\n\(text)")
      let isSame = document.root.isEqual(to: root)
      #expect(isSame, "\(JSONWriter.line(root))\n\(text)")
      expectPlaces(document)
    }
  }

  @Test func takesTenThousandDamagedDocuments() {
    var random = RandomTOML(seed: 33)
    var refused = 0
    for _ in 0..<10_000 {
      let text = RandomTOMLStyle.document(random.root(), &random.generator)
      let reading = TOMLReading(random.damaged(text))
      #expect((reading.document == nil) == !reading.diagnostics.isEmpty)
      if reading.document == nil { refused += 1 }
      for finding in reading.diagnostics {
        let isInside = finding.span.range.upperBound <= reading.source.bytes.count
        #expect(isInside && !finding.message.isEmpty && finding.help?.isEmpty == false)
      }
    }
    #expect(refused > 3000 && refused < 9500, "\(refused) refused")
  }

  /// That every statement leads to a value, and each value is where its span says.
  private func expectPlaces(_ document: TOMLDocument) {
    let source = document.source
    for statement in document.statements {
      let path = document.path(of: statement)
      guard let node = path.node(in: document.root), let key = statement.keys.last else {
        Issue.record("\(path) leads nowhere")
        continue
      }
      let isInside = statement.span.start <= key.span.start && key.span.end <= statement.span.end
      #expect(isInside)
      let isInPlace =
        statement.kind == .pair
        ? node.span.end == statement.span.end : node.span == statement.span
      #expect(isInPlace, "\(path)\n\(source.text(of: source.span))")
      let isFound = document.path(to: key.span) == path
      #expect(isFound, "\(path)\n\(source.text(of: source.span))")
    }
  }
}
