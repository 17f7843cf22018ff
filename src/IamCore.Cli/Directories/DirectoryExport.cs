using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IamCore.Model;
using IamCore.Policies;

namespace IamCore.Cli.Directories;

/// <summary>Writes an account in the form that <c>iamcore directory apply</c> reads. Service-linked roles and credentials are not part of it.</summary>
internal static class DirectoryExport
{
    public static string Write(StoredState state)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("account", state.Account.Id);
            WriteList(writer, "policies", state.All<ManagedPolicy>(), policy => WritePolicy(writer, policy));
            WriteList(writer, "groups", state.All<IamGroup>(), group => WriteIdentity(writer, state, group));
            WriteList(writer, "users", state.All<IamUser>(), user => WriteUser(writer, state, user));
            WriteList(writer, "roles", state.All<IamRole>().Where(r => !r.IsProtected), role => WriteRole(writer, state, role));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
        where T : PathObject
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            writer.WriteString("name", item.Name);
            writer.WriteString("path", item.Path);
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePolicy(Utf8JsonWriter writer, ManagedPolicy policy)
    {
        if (policy.Description is not null)
        {
            writer.WriteString("description", policy.Description);
        }

        WriteTags(writer, policy.Tags);
        WriteDocument(writer, "document", policy.DefaultVersion!.Document);
    }

    private static void WriteUser(Utf8JsonWriter writer, StoredState state, IamUser user)
    {
        writer.WriteString("kind", user.Kind.ToString());
        WriteIdentity(writer, state, user);
        WriteEntity(writer, state, user);
        writer.WriteStartArray("groups");
        foreach (var name in user.Groups.ToArray().Select(id => state.Get<IamGroup>(new(ObjectKind.Group, id)).Name))
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static void WriteRole(Utf8JsonWriter writer, StoredState state, IamRole role)
    {
        if (role.Description is not null)
        {
            writer.WriteString("description", role.Description);
        }

        writer.WriteNumber("maxSessionDuration", role.MaxSessionDuration);
        WriteDocument(writer, "trustPolicy", role.TrustPolicy);
        WriteIdentity(writer, state, role);
        WriteEntity(writer, state, role);
    }

    private static void WriteIdentity(Utf8JsonWriter writer, StoredState state, IamIdentity identity)
    {
        writer.WriteStartArray("managedPolicies");
        foreach (var key in identity.AttachedPolicies.ToArray())
        {
            writer.WriteStringValue(state.ArnOf(key));
        }

        writer.WriteEndArray();
        writer.WriteStartObject("inlinePolicies");
        foreach (var policy in identity.InlinePolicies.ToArray())
        {
            WriteDocument(writer, policy.Name, policy.Document);
        }

        writer.WriteEndObject();
    }

    private static void WriteEntity(Utf8JsonWriter writer, StoredState state, IamEntity entity)
    {
        writer.WriteString("permissionsBoundary", state.ArnOf(entity.PermissionsBoundary)); // null where there is none: the export is exact
        WriteTags(writer, entity.Tags);
    }

    private static void WriteTags(Utf8JsonWriter writer, ValueList<Tag> tags)
    {
        writer.WriteStartObject("tags");
        foreach (var tag in tags.ToArray())
        {
            writer.WriteString(tag.Key, tag.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter writer, string name, PolicyText text)
    {
        writer.WritePropertyName(name);
        using var document = JsonDocument.Parse(text.ToString());
        document.WriteTo(writer);
    }
}
