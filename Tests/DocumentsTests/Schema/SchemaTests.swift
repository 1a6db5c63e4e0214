import Testing

@testable import Documents

struct SchemaTests {
  @Test func readsEveryFieldOfAnEntity() throws {
    let (volume, findings) = try Volume.read(Volume.full)
    #expect(findings == [])
    #expect(
      volume
        == Volume(
          name: .value("data"), sizeGB: .value(10), price: .value(Number(literal: "0.150")),
          mode: .value(.fast), tags: .value(["a", "b"]),
          mounts: .value([
            Volume.Mount(path: .value("/data"), isReadOnly: .value(true)),
            Volume.Mount(path: .value("/x"), isReadOnly: .value(false)),
          ]), createdBy: .value("maria")))
  }

  @Test func readsFieldsInAnyOrder() throws {
    let (volume, findings) = try Volume.read(
      #"{"created_by": "m", "mode": "fast", "$schema": "v.json", "size_gb": 2, "name": "x"}"#)
    #expect(findings == [])
    #expect(volume.name == .value("x") && volume.sizeGB == .value(2))
    #expect(volume.mode == .value(.fast) && volume.createdBy == .value("m"))
  }

  @Test func takesAbsenceForNothingOrForTheDefault() throws {
    let (volume, findings) = try Volume.read(#"{"name": "x", "size_gb": 1, "created_by": "m"}"#)
    #expect(findings == [])
    #expect(volume.price == .value(nil) && volume.tags == .value(nil))
    #expect(volume.mode == .value(.slow) && volume.mounts == .value([]))
  }

  @Test func readsAnExcusedFieldAsUnreadableWithoutAFinding() throws {
    let text = #"{"created_by": "m", "size_gb": 1}"#
    #expect(try Volume.read(text).findings.count == 1)
    let (volume, findings) = try Volume.read(text, excused: ["name"])
    #expect(findings == [])
    #expect(volume.name == .unreadable)
  }

  @Test func writesFieldsInDeclaredOrder() throws {
    let (volume, _) = try Volume.read(
      #"{"created_by":"m","mounts":[{"read_only":true,"path":"/a"}],"size_gb":2,"name":"x"}"#)
    #expect(
      volume.node.map { JSONWriter.line($0) }
        == #"{"name":"x","size_gb":2,"mounts":[{"path":"/a","read_only":true}],"created_by":"m"}"#)
  }

  @Test func writesBackWhatItRead() throws {
    let (volume, _) = try Volume.read(Volume.full)
    #expect(volume.node.map { JSONWriter.line($0) } == Volume.full)
  }

  @Test func writesNoDefaultUnlessTheValueDiffers() throws {
    var (volume, _) = try Volume.read(
      #"{"name":"x","size_gb":1,"mode":"slow","mounts":[],"created_by":"m"}"#)
    #expect(
      volume.node.map { JSONWriter.line($0) } == #"{"name":"x","size_gb":1,"created_by":"m"}"#)
    volume.mode = .value(.fast)
    #expect(volume.node?["mode"]?.text == "fast")
  }

  @Test func writesNothingForAFieldThatCouldNotBeRead() throws {
    let (volume, _) = try Volume.read(#"{"name":1,"size_gb":1,"created_by":"m"}"#)
    #expect(volume.node.map { JSONWriter.line($0) } == #"{"size_gb":1,"created_by":"m"}"#)
  }

  @Test func knowsTheKeyOfAProperty() {
    #expect(Volume.schema.key(of: \.sizeGB) == "size_gb")
    #expect(Volume.schema.key(of: \.createdBy) == "created_by")
    #expect(Volume.schema.key(of: \.self) == nil)
  }

  @Test func ordersFieldsAndKeepsWhatItDoesNotKnow() throws {
    let node = try json(
      #"{"zeta":1,"mounts":[{"x":0,"read_only":true,"path":"/a"}],"size_gb":2,"$schema":"s","#
        + #""name":"n"}"#)
    let ordered = Volume.shape.ordered(node)
    #expect(
      JSONWriter.line(ordered)
        == #"{"name":"n","size_gb":2,"mounts":[{"path":"/a","read_only":true,"x":0}],"#
        + #""$schema":"s","zeta":1}"#)
    #expect(ordered.isEqual(to: node) && ordered.span == node.span)
    #expect(ordered["name"]?.span == node["name"]?.span)
  }

  @Test func ordersInsideObjectsOfWhichNothingIsRequired() throws {
    let shape = Shape.open([FieldDescription("a", "", .optional, .nullable(Volume.Mount.shape))])
    let node = try json(#"{"b":{"read_only":true,"path":"/"},"a":{"read_only":true,"path":"/"}}"#)
    #expect(
      JSONWriter.line(shape.ordered(node))
        == #"{"a":{"path":"/","read_only":true},"b":{"read_only":true,"path":"/"}}"#)
  }
}
