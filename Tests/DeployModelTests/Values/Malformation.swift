import DeployModel

/// What a value type says of a text that it refuses, or nil where it takes the text.
func malformation<Value>(
  of text: String, as read: (String) throws(MalformedValue) -> Value
) -> MalformedValue? {
  do {
    _ = try read(text)
    return nil
  } catch {
    return error
  }
}
