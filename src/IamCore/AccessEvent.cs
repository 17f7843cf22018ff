namespace IamCore;

/// <summary>A decision that an authorizer made, as reported to <see cref="IAccessObserver"/>.</summary>
/// <param name="Question">The question.</param>
/// <param name="Principal">The principal under its current name; as given in the question if the directory does not know it.</param>
/// <param name="Result">The answer.</param>
/// <param name="Time">The time of the decision.</param>
public readonly record struct AccessEvent(AccessQuestion Question, Principal Principal, AccessResult Result, DateTimeOffset Time);
