using IamCore.Model;

namespace IamCore.AspNetCore;

/// <summary>A resource as the host knows it once it has it at hand: its name, and what policies may ask about it. Immutable.</summary>
/// <param name="Name">The resource's ARN.</param>
public sealed record IamResource(ResourceName Name)
{
    /// <summary>A resource of which the name is known.</summary>
    /// <param name="arn">The ARN, whole: nothing is encoded here.</param>
    /// <exception cref="FormatException">The text is no ARN.</exception>
    public IamResource(string arn)
        : this(ResourceName.Parse(arn))
    {
    }

    /// <summary>Its tags, for <c>aws:ResourceTag/…</c>; no other source answers for these keys.</summary>
    public ValueList<Tag> Tags { get; init; } = ValueList<Tag>.Empty;

    /// <summary>Its own policy; <see langword="null"/>: whatever <see cref="IResourcePolicySource"/> of the host has.</summary>
    public PolicySet? Policy { get; init; }

    /// <summary>Its owner; by default the account of the ARN.</summary>
    public AccountId Account { get; init; }

    /// <summary>Whether its own policy must grant even within one account (EV-050 c).</summary>
    public bool IsStrict { get; init; }

    /// <summary>The ARN.</summary>
    public override string ToString() => Name.ToString();
}
