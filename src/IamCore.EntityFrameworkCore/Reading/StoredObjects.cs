using System.Text;
using IamCore.Model;
using IamCore.Stores.Json;

namespace IamCore.EntityFrameworkCore.Reading;

/// <summary>Converts objects to and from the text in their rows.</summary>
internal static class StoredObjects
{
    public static DirectoryObject Read(ObjectKind kind, string body, long revision)
    {
        var o = ObjectJson.Read(kind, Encoding.UTF8.GetBytes(body));
        return o.Revision == revision ? o : o with { Revision = revision };
    }

    public static string Write(DirectoryObject value) => Encoding.UTF8.GetString(ObjectJson.Write(value));
}
