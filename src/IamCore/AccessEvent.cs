namespace IamCore;

/// <summary>A decision that was made.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Principal">Who asked, by the current name; as asked where the directory does not know them.</param>
/// <param name="Result">The answer.</param>
/// <param name="Time">When.</param>
public readonly record struct AccessEvent(AccessQuestion Question, Principal Principal, AccessResult Result, DateTimeOffset Time);
