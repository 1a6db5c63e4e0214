import Testing

@testable import Documents

struct JSONSchemaTests {
  @Test func writesAnEntitysSchema() {
    let schema = JSONSchema.document(
      title: "volume.json", description: "Storage of one application", Volume.shape)
    #expect(JSONWriter.document(schema) == Self.volume)
  }

  @Test func writesEveryShape() {
    let shapes: [(Shape, String)] = [
      (.string(), #"{"type":"string"}"#),
      (.string(format: "uuid"), #"{"type":"string","format":"uuid"}"#),
      (.integer(), #"{"type":"integer"}"#),
      (.integer(0...Int.max), #"{"type":"integer","minimum":0}"#),
      (.integer(1...8), #"{"type":"integer","minimum":1,"maximum":8}"#),
      (.number, #"{"type":"number"}"#),
      (.boolean, #"{"type":"boolean"}"#),
      (.words(["a", "b"]), #"{"enum":["a","b"]}"#),
      (
        .list(.list(.boolean)),
        #"{"type":"array","items":{"type":"array","items":{"type":"boolean"}}}"#
      ),
      (
        .open([
          FieldDescription("b", "One", .optional, .number),
          FieldDescription("a", "Two", .optional, .nullable(.boolean)),
        ]),
        #"{"type":"object","properties":{"b":{"type":"number","description":"One"},"a":{"#
          + #""anyOf":[{"type":"boolean"},{"type":"null"}],"description":"Two"}},"#
          + #""additionalProperties":false}"#
      ),
    ]
    for (shape, text) in shapes { #expect(JSONWriter.line(JSONSchema.node(of: shape)) == text) }
  }

  @Test func namesEveryShape() {
    let shapes: [Shape] = [
      .string(), .string(format: "date"), .integer(), .integer(1...8), .integer(0...Int.max),
      .number, .boolean,
      .words(["a", "b"]), .list(.boolean), Volume.shape, .open([]),
    ]
    #expect(
      shapes.map { $0.name } == [
        "string", "date", "integer", "integer, 1 to 8", "integer, at least 0", "decimal", "boolean",
        "a | b",
        "array of boolean", "Volume", "object",
      ])
  }

  private static let volume = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "volume.json",
      "description": "Storage of one application",
      "type": "object",
      "properties": {
        "name": {
          "type": "string",
          "pattern": "^[a-z]+$",
          "description": "Name of the volume"
        },
        "size_gb": {
          "type": "integer",
          "minimum": 1,
          "maximum": 500,
          "description": "Size in gigabytes"
        },
        "price": {
          "type": "number",
          "description": "Cost of an hour"
        },
        "mode": {
          "enum": ["fast", "slow"],
          "description": "How fast it is",
          "default": "slow"
        },
        "tags": {
          "type": "array",
          "items": {
            "type": "string"
          },
          "description": "Words to find it by"
        },
        "mounts": {
          "type": "array",
          "items": {
            "title": "Mount",
            "type": "object",
            "properties": {
              "path": {
                "type": "string",
                "description": "Where machines see it"
              },
              "read_only": {
                "type": "boolean",
                "description": "Nothing can be written",
                "default": false
              }
            },
            "required": ["path"],
            "additionalProperties": false
          },
          "description": "Where it is mounted",
          "default": []
        },
        "created_by": {
          "type": "string",
          "description": "Who made it"
        },
        "$schema": {
          "type": "string",
          "description": "JSON Schema of the object"
        }
      },
      "required": ["name", "size_gb"],
      "additionalProperties": false
    }

    """
}
