namespace IamCore.Model;

/// <summary>Names one object for its whole life: its kind and its unique id, neither of which ever changes (ID-065, ID-066).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The unique id, for example <c>AIDA…</c>; an account's 12 digits; a predefined policy's path and name.</param>
public readonly record struct ObjectKey(ObjectKind Kind, string Id)
{
    /// <summary>Whether this is the default, which names nothing.</summary>
    public bool IsNone => Kind == ObjectKind.None;

    /// <summary>Reads the form of <see cref="ToString"/>; false for any other text.</summary>
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

    /// <summary>Kind and id, for example <c>User/AIDA…</c>.</summary>
    public override string ToString() => IsNone ? "" : $"{Kind}/{Id}";
}
