namespace IamCore.AspNetCore.Reporting;

/// <summary>The last refusal of a request, from which the caller is answered.</summary>
/// <param name="Denial">What was asked and answered; null where no question came about.</param>
/// <param name="Requirement">What was demanded.</param>
internal sealed record RequestDenial(IamDenial? Denial, IamRequirement Requirement);
