using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using IamCore.Model;

namespace IamCore.Stores.Json;

/// <summary>The JSON form of stored objects, for stores that keep them as text. Policy documents keep every character.</summary>
public static class ObjectJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 128 };

    /// <summary>The object in UTF-8, its kind not included.</summary>
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

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not an object of that kind.</exception>
    public static DirectoryObject Read(ObjectKind kind, ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 128 });
        return StoredKinds.Get(kind).Read(document.RootElement);
    }
}
