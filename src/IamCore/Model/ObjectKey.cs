namespace IamCore.Model;

/// <summary>Identifies an object for its whole life by its kind and unique id, neither of which ever changes (ID-065, ID-066).</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Id">The unique id, for example <c>AIDA…</c>; the 12 digits of an account; the path and name of a predefined
/// policy.</param>
public readonly record struct ObjectKey(ObjectKind Kind, string Id)
{
    /// <summary>Whether this is the default value, which identifies nothing.</summary>
    public bool IsNone => Kind == ObjectKind.None;

    /// <summary>Parses the form returned by <see cref="ToString"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="result">The key, if the method returns <see langword="true"/>.</param>
    /// <returns>Whether the text is valid.</returns>
    public static bool TryParse(string? text, out ObjectKey result)
    {
        result = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash <= 0 || slash == text!.Length - 1 || !Enum.TryParse<ObjectKind>(text.AsSpan(0, slash), ignoreCase: false, out var kind)
            || kind == ObjectKind.None || !char.IsAsciiLetter(text[0]))
        {
            return false;
        }

        result = new(kind, text[(slash + 1)..]);
        return true;
    }

    /// <summary>Returns the kind and id.</summary>
    /// <returns>For example <c>User/AIDA…</c>; empty for the default value.</returns>
    public override string ToString() => IsNone ? "" : $"{Kind}/{Id}";
}
