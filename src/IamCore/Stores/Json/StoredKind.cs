using System.Text.Json;
using IamCore.Model;

namespace IamCore.Stores.Json;

/// <summary>How objects of one kind are written and read.</summary>
internal sealed record StoredKind(
    ObjectKind Kind, string Section, Action<Utf8JsonWriter, DirectoryObject> Write, Func<JsonElement, DirectoryObject> Read);
