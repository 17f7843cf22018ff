using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using IamCore.Policies.Parsing;

namespace IamCore.Policies;

/// <summary>
/// A policy document as written, read as one policy type. Only <see cref="Parse(string, PolicyType)"/> and its kin make one, so a
/// document that exists is free of errors (PL-009). Two documents are equal when they say the same; the source text does not count.
/// </summary>
public sealed record PolicyDocument
{
    /// <summary>The version under which <c>${…}</c> is a variable (PL-021).</summary>
    public const string Version2012 = "2012-10-17";

    /// <summary>The older version, which an absent <c>Version</c> means (PL-020).</summary>
    public const string Version2008 = "2008-10-17";

    internal PolicyDocument()
    {
    }

    /// <summary>The type this document was read as.</summary>
    public PolicyType Type { get; internal init; }

    /// <summary><see cref="Version2012"/> or <see cref="Version2008"/>; <see langword="null"/> where it was not written.</summary>
    public string? Version { get; internal init; }

    /// <summary>The identifier, without meaning for evaluation; <see langword="null"/> where it was not written (PL-022).</summary>
    public string? Id { get; internal init; }

    /// <summary>The statements in document order; may be empty (PL-023).</summary>
    public ValueList<Statement> Statements { get; internal init; } = ValueList<Statement>.Empty;

    /// <summary>The text this document was read from: exactly as written, and where each part stands.</summary>
    public PolicySource Source { get; internal init; } = PolicySource.Empty;

    /// <summary>Whether <c>${…}</c> in this document is a variable (PL-021).</summary>
    public bool UsesVariables => Version == Version2012;

    /// <summary>Reads a document.</summary>
    /// <exception cref="PolicyFormatException">The document has errors; the exception lists all of them.</exception>
    public static PolicyDocument Parse(string json, PolicyType type) =>
        TryParse(json, type, out var document, out var faults) ? document : throw new PolicyFormatException(faults);

    /// <summary>Reads a document from UTF-8; a byte order mark at the start is skipped.</summary>
    /// <exception cref="PolicyFormatException">The document has errors; the exception lists all of them.</exception>
    public static PolicyDocument Parse(ReadOnlySpan<byte> utf8Json, PolicyType type) =>
        TryParse(utf8Json, type, out var document, out var faults) ? document : throw new PolicyFormatException(faults);

    /// <summary>Reads a document. On failure <paramref name="faults"/> has all errors in document order, at least one (PL-009).</summary>
    public static bool TryParse(
        string json, PolicyType type, [NotNullWhen(true)] out PolicyDocument? document, out ValueList<PolicyFault> faults) =>
        PolicyReader.TryRead(json, type, out document, out faults);

    /// <summary>Reads a document from UTF-8. On failure <paramref name="faults"/> has all errors in document order, at least one (PL-009).</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> utf8Json, PolicyType type, [NotNullWhen(true)] out PolicyDocument? document, out ValueList<PolicyFault> faults) =>
        PolicyReader.TryRead(utf8Json, type, out document, out faults);

    /// <summary>What is legal and probably not meant (PL-210), in document order. Found by reading the text again, so at a cost like parsing's.</summary>
    public ValueList<PolicyWarning> GetWarnings() => WarningFinder.Find(this);

    /// <summary>The document as JSON that parses to an equal document; one value of a list stands without the list.</summary>
    /// <param name="indented">Whether to break lines and indent.</param>
    public string ToJson(bool indented = false) => PolicyWriter.ToJson(this, indented);

    /// <summary>Writes the document as <see cref="ToJson"/> does.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        PolicyWriter.Write(writer, this);
    }

    /// <inheritdoc />
    public bool Equals(PolicyDocument? other) =>
        other is not null && Type == other.Type && Version == other.Version && Id == other.Id && Statements.Equals(other.Statements);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Type, Version, Id, Statements);
}
