using System.Text.Json;

namespace IamCore.Benchmarks.Workloads.Generation;

/// <summary>A named document.</summary>
internal sealed record GeneratedPolicy(string Name, params GeneratedStatement[] Statements)
{
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", Name);
        writer.WritePropertyName("document");
        WriteDocument(writer);
        writer.WriteEndObject();
    }

    public void WriteDocument(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("Version", "2012-10-17");
        writer.WriteStartArray("Statement");
        foreach (var statement in Statements)
        {
            statement.Write(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

/// <summary>A statement, its members in the order in which they are written.</summary>
internal sealed record GeneratedStatement(string? Sid, bool Allows, OneOrMany Action, OneOrMany Resource)
{
    /// <summary>The principals under <c>AWS</c>; the single <c>*</c> is written without it. Default: no principal.</summary>
    public OneOrMany Principal { get; init; }

    public IReadOnlyList<GeneratedCondition> Conditions { get; init; } = [];

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Sid is not null)
        {
            writer.WriteString("Sid", Sid);
        }

        writer.WriteString("Effect", Allows ? "Allow" : "Deny");
        WritePrincipal(writer);
        Action.Write(writer, "Action");
        Resource.Write(writer, "Resource");
        if (Conditions.Count > 0)
        {
            writer.WriteStartObject("Condition");
            foreach (var condition in Conditions)
            {
                writer.WriteStartObject(condition.Operator);
                condition.Values.Write(writer, condition.Key);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void WritePrincipal(Utf8JsonWriter writer)
    {
        if (Principal.Items.Length == 0)
        {
            return;
        }

        if (Principal.Items is ["*"])
        {
            Principal.Write(writer, "Principal");
            return;
        }

        writer.WriteStartObject("Principal");
        Principal.Write(writer, "AWS");
        writer.WriteEndObject();
    }
}

/// <summary>One operator with one key.</summary>
internal sealed record GeneratedCondition(string Operator, string Key, OneOrMany Values);

/// <summary>A member that is written as a string or as an array of strings.</summary>
internal readonly struct OneOrMany
{
    private readonly string[]? _items;
    private readonly bool _isArray;

    private OneOrMany(string[] items, bool isArray)
    {
        _items = items;
        _isArray = isArray;
    }

    public ReadOnlySpan<string> Items => _items;

    public static OneOrMany One(string item) => new([item], isArray: false);

    public static OneOrMany Many(params string[] items) => new(items, isArray: true);

    /// <summary>A single item without brackets, several with.</summary>
    public static OneOrMany Shortest(params string[] items) => new(items, items.Length != 1);

    public void Write(Utf8JsonWriter writer, string name)
    {
        if (!_isArray)
        {
            writer.WriteString(name, Items[0]);
            return;
        }

        writer.WriteStartArray(name);
        foreach (var item in Items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}
