using IamCore.Model;

namespace IamCore.Principals;

/// <summary>The control policies attached to one place of an organization's tree; perhaps none, which for service control policies
/// allows nothing (EV-041).</summary>
/// <param name="Node">The root (as its organization), unit or account.</param>
/// <param name="Origin">The place, for people.</param>
/// <param name="Policies">The policies in the order of attaching.</param>
public sealed record ControlLevel(ObjectKey Node, string Origin, ValueList<AppliedPolicy> Policies);
