using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IamCore.Model;

namespace IamCore.Stores.Json;

/// <summary>
/// Converts stored objects to and from JSON, for stores that keep them as text. Policy documents are preserved character by character.
/// </summary>
public static class ObjectJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 128 };

    /// <summary>Serializes an object, without its kind.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The JSON in UTF-8.</returns>
    public static byte[] Write(DirectoryObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            StoredKinds.Get(value.ObjectKind).Write(writer, value);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Deserializes what <see cref="Write"/> returned.</summary>
    /// <param name="kind">The kind of the object.</param>
    /// <param name="utf8">The JSON in UTF-8.</param>
    /// <returns>The object.</returns>
    /// <exception cref="JsonException">The text is not an object of that kind.</exception>
    public static DirectoryObject Read(ObjectKind kind, ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 128 });
        return StoredKinds.Get(kind).Read(document.RootElement);
    }
}
