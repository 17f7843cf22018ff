using IamCore.Policies.Linting.Patterns;
using IamCore.Policies.Values;

namespace IamCore.Policies.Linting.Model;

/// <summary>An action entry that the parser takes.</summary>
internal sealed class ActionView
{
    private GlobPattern? _pattern;

    public ActionView(TextNode value)
    {
        Value = value;
        Lower = value.Text.ToLowerInvariant();
        IsEverything = Lower is "*" or "*:*";
        if (!IsEverything)
        {
            var colon = Lower.IndexOf(':', StringComparison.Ordinal);
            Service = Lower[..colon];
            Name = Lower[(colon + 1)..];
            IsWild = Glob.HasWildcard(Name);
        }
    }

    public TextNode Value { get; }

    public string Lower { get; }

    /// <summary>Whether the entry is <c>*</c> or <c>*:*</c>.</summary>
    public bool IsEverything { get; }

    /// <summary>The prefix in lower case; empty where <see cref="IsEverything"/>.</summary>
    public string Service { get; } = "";

    /// <summary>The name in lower case; <c>*</c> where <see cref="IsEverything"/>.</summary>
    public string Name { get; } = "*";

    /// <summary>Whether the name, or all, is a pattern.</summary>
    public bool IsWild { get; } = true;

    /// <summary>The whole entry as a pattern.</summary>
    public GlobPattern Pattern => _pattern ??= IsEverything ? GlobPattern.Everything : GlobPattern.Parse(Lower);

    /// <summary>Whether the entry matches an action in lower case, <c>service:name</c>.</summary>
    public bool Matches(string action) =>
        IsEverything || (IsWild ? Glob.IsMatch(Lower, action) : Lower == action);
}
